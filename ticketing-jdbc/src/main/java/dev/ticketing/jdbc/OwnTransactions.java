package dev.ticketing.jdbc;

import dev.ticketing.spi.StaleTicketSignal;
import java.util.function.Function;
import javax.sql.DataSource;

/** Transactions of our own, on connections from a pool; which engine it leads to is asked once. Thread-safe. */
final class OwnTransactions implements Transactions {

    private final Dialect dialect;
    private final Transactions engine;
    private final NumberBlocks numbers = new NumberBlocks(this);
    private final Stripes stripes = new Stripes();

    OwnTransactions(DataSource dataSource) {
        this.dialect = Dialect.of(dataSource);
        this.engine =
                dialect.isServer() ? new ServerTransactions(dataSource, dialect) : new SqliteTransactions(dataSource);
    }

    /** Over a SQLite file of ours. */
    OwnTransactions(DataSource readers, DataSource writers) {
        this.dialect = Dialect.SQLITE;
        this.engine = new SqliteTransactions(readers, writers);
    }

    /** Which engine the connections lead to. */
    Dialect dialect() {
        return dialect;
    }

    @Override
    public <R> R read(Function<Sql, R> work) {
        return engine.read(work);
    }

    @Override
    public <R> R readOnce(Function<Sql, R> work) {
        return engine.readOnce(work);
    }

    @Override
    public <R> R write(Function<Sql, R> work) {
        return engine.write(work);
    }

    @Override
    public int attempts() {
        return engine.attempts();
    }

    /** The ticket numbers that this process may give out. */
    NumberBlocks numbers() {
        return numbers;
    }

    /** The stripes that this process counts in. */
    Stripes stripes() {
        return stripes;
    }

    /** Runs writes, again when a twin was faster with a unique row. */
    <R> R insist(Function<Sql, R> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return write(work);
            } catch (StaleTicketSignal signal) {
                if (attempt >= attempts()) throw SqlErrors.OWN.contention(signal);
            }
        }
    }
}
