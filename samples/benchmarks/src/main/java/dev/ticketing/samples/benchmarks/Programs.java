package dev.ticketing.samples.benchmarks;

import dev.ticketing.jdbc.JdbcTicketing;
import java.nio.file.Path;

/** The programs that are compared, by the names that results have. */
enum Programs {
    /** Plain JDBC. */
    BY_HAND("by hand"),
    /** Plain JDBC whose several reads see one moment, which costs a round trip on servers; on SQLite it always does. */
    BY_HAND_IN_ONE_SNAPSHOT("by hand, one snapshot"),
    /** This library. */
    LIBRARY("library"),
    /** The same, which keeps nothing of what it reads: what the first read of a ticket or a page costs. */
    LIBRARY_KEEPING_NOTHING("library, nothing kept"),
    /** Entities and repositories over an object-relational mapper; of module {@code benchmark-peers}. */
    JPA("JPA"),
    /** The task service of a workflow engine; of module {@code benchmark-peers}. */
    TASK_SERVICE("task service");

    private final String label;

    Programs(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    Program open(String url) {
        Engine engine = Engine.of(url);
        return switch (this) {
            case BY_HAND ->
                new HandProgram(
                        engine,
                        engine.isServer()
                                ? new HandTransactions.Server(engine.pool(url), false)
                                : HandTransactions.Sqlite.over(engine.pool(url)));
            case BY_HAND_IN_ONE_SNAPSHOT ->
                new HandProgram(
                        engine,
                        engine.isServer()
                                ? new HandTransactions.Server(engine.snapshots(url), true)
                                : HandTransactions.Sqlite.over(engine.pool(url)));
            case LIBRARY -> new LibraryProgram(library(engine, url).build());
            case LIBRARY_KEEPING_NOTHING ->
                new LibraryProgram(library(engine, url).keptBytes(0).build());
            case JPA, TASK_SERVICE -> Peer.open(this, url);
        };
    }

    /** Over the host's pool on servers, and as the embedded default on SQLite. */
    private static JdbcTicketing.Builder library(Engine engine, String url) {
        return engine.isServer()
                ? JdbcTicketing.builder(engine.pool(url))
                : JdbcTicketing.builder(Path.of(url.substring("jdbc:sqlite:".length())));
    }
}
