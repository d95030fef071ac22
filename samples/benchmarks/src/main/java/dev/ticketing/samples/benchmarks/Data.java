package dev.ticketing.samples.benchmarks;

import dev.ticketing.jdbc.servers.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A generated database, kept for the next run. Small ones are copied, so that each run begins with the same rows. */
final class Data {

    /** Above, a run works on what is kept, and what it writes stays. */
    private static final int MOST_COPIED = 100_000;

    /** Rises when the same number of tickets becomes other rows than before, so that older data is not used again. */
    private static final int FORM = 2;

    private static final String COMPLETE = "complete";

    private Data() {}

    /** Whether a run works on a copy. */
    static boolean isCopied(int tickets) {
        return tickets <= MOST_COPIED;
    }

    /** Runs some work with the URL of a database that holds at least so many tickets. */
    static void with(Engine engine, int tickets, Path root, Consumer<String> work) {
        List<Peer> peers = engine == Engine.POSTGRESQL ? Peer.all() : List.of();
        String name =
                engine.word() + "-" + tickets + "-" + engine.schema() + "-" + FORM + (peers.isEmpty() ? "" : "-peers");
        Path kept = root.resolve(name);
        try {
            if (!Files.exists(kept.resolve(COMPLETE))) generate(engine, tickets, peers, kept);
            if (!isCopied(tickets)) {
                run(engine, kept, work);
                return;
            }
            Path copy = root.resolve("run-" + ProcessHandle.current().pid());
            copy(kept, copy);
            try {
                run(engine, copy, work);
            } finally {
                Folders.remove(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void generate(Engine engine, int tickets, List<Peer> peers, Path kept) throws IOException {
        if (Files.exists(kept)) Folders.remove(kept);
        run(engine, kept, url -> {
            new Generator(engine, url).fill(tickets);
            peers.forEach(peer -> peer.fill(url, tickets));
        });
        Files.createFile(kept.resolve(COMPLETE));
    }

    private static void run(Engine engine, Path folder, Consumer<String> work) {
        try (Servers server = Servers.start(engine, folder)) {
            work.accept(server.url());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file));
                Files.copy(file, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
