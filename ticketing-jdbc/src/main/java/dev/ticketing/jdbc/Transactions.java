package dev.ticketing.jdbc;

import java.util.function.Function;

/** Where statements run: in transactions of our own, or in the host's. */
interface Transactions {

    /** Runs reads that see one state of the database. */
    <R> R read(Function<Sql, R> work);

    /** Runs statements that read and need nothing of each other: each sees one state of the database by itself. */
    <R> R readOnce(Function<Sql, R> work);

    /** Runs writes that all stay, or none when the work throws. */
    <R> R write(Function<Sql, R> work);

    /** How often the engine may run a command that met another writer. */
    int attempts();
}
