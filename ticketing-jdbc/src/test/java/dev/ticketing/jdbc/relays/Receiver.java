package dev.ticketing.jdbc.relays;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Takes events over a socket, and misbehaves by chance: refuses, keeps silent, takes without a word, answers twice. */
final class Receiver implements AutoCloseable {

    /** How an arriving event is treated. */
    private enum Mood {
        TAKES,
        ANSWERS_TWICE,
        TAKES_AND_HANGS_UP,
        REFUSES,
        KEEPS_SILENT
    }

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Random random;
    private final AtomicLong arrivals = new AtomicLong();

    /** Of each ticket, the versions in the order in which they were first taken. */
    private final Map<String, List<Long>> taken = new LinkedHashMap<>();

    private final Map<String, Integer> times = new LinkedHashMap<>();

    Receiver(long seed) {
        this.random = new Random(seed);
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    long arrivals() {
        return arrivals.get();
    }

    synchronized Map<String, List<Long>> taken() {
        Map<String, List<Long>> copy = new LinkedHashMap<>();
        taken.forEach((ticket, versions) -> copy.put(ticket, List.copyOf(versions)));
        return copy;
    }

    /** The ids of what was taken, with how often. */
    synchronized Map<String, Integer> times() {
        return new LinkedHashMap<>(times);
    }

    /** Waits until so many different events were taken. */
    synchronized void await(int events, long most) throws InterruptedException {
        long end = System.nanoTime() + most * 1_000_000_000L;
        while (times.size() < events && System.nanoTime() < end) wait(1_000);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                threads.execute(() -> serve(caller));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
            PrintWriter out = new PrintWriter(caller.getOutputStream(), true, StandardCharsets.UTF_8);
            String line = in.readLine();
            if (line == null) return; // the relay was killed
            arrivals.incrementAndGet();
            switch (mood()) {
                case REFUSES -> out.println("no");
                case KEEPS_SILENT -> in.readLine(); // until the relay gives up
                case TAKES_AND_HANGS_UP -> take(line);
                case ANSWERS_TWICE -> {
                    take(line);
                    out.println("ok");
                    out.println("ok");
                }
                case TAKES -> {
                    take(line);
                    out.println("ok");
                }
            }
        } catch (IOException e) {
            // the relay hung up: what was taken is taken
            arrivals.get();
        }
    }

    private synchronized Mood mood() {
        int chance = random.nextInt(1_000);
        if (chance < 50) return Mood.REFUSES;
        if (chance < 80) return Mood.TAKES_AND_HANGS_UP;
        if (chance < 110) return Mood.ANSWERS_TWICE;
        return chance < 113 ? Mood.KEEPS_SILENT : Mood.TAKES;
    }

    private synchronized void take(String line) {
        String[] words = line.split(" ");
        if (times.merge(words[0], 1, Integer::sum) == 1)
            taken.computeIfAbsent(words[1], ticket -> new ArrayList<>()).add(Long.valueOf(words[2]));
        notifyAll();
    }
}
