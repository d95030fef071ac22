package dev.ticketing.jdbc.campaign;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A second process with the same class path, which says that it is ready, waits for a word, and then writes lines. */
final class OtherJvm implements AutoCloseable {

    private static final String READY = "ready";
    private static final int MOST_MINUTES = 10;

    private final Process process;
    private final Thread reader;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final CountDownLatch ready = new CountDownLatch(1);

    private OtherJvm(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "reads-other-jvm");
        reader.setDaemon(true);
        reader.start();
    }

    static OtherJvm start(Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(arguments);
        try {
            return new OtherJvm(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the other process: says so, and waits until the first one does. */
    static void awaitStart() throws IOException {
        System.out.println(READY);
        System.out.flush();
        if (System.in.read() < 0) System.exit(1);
    }

    void awaitReady() throws InterruptedException {
        if (!ready.await(MOST_MINUTES, TimeUnit.MINUTES) || !process.isAlive())
            throw new AssertionError("the other process did not start");
    }

    void go() throws IOException {
        BufferedWriter writer = process.outputWriter();
        writer.write("\n");
        writer.flush();
    }

    /** What it has written so far. */
    Queue<String> lines() {
        return lines;
    }

    /** Waits for its end, which must be a good one. */
    void join() throws InterruptedException {
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0)
            throw new AssertionError("the other process failed");
        reader.join();
    }

    /** Kills it in the middle of its work. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        reader.join();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals(READY)) ready.countDown();
                else lines.add(line);
            }
        } catch (IOException e) {
            // it was killed: a line that was not finished is none
        } finally {
            ready.countDown();
        }
    }
}
