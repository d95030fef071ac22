package dev.ticketing.jdbc;

import java.sql.Connection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The host's transaction while there is one, a transaction of our own otherwise: asked anew for each. Thread-safe if asking is. */
final class AmbientTransactions implements Transactions {

    private final Supplier<Optional<Connection>> current;
    private final Transactions own;

    AmbientTransactions(Supplier<Optional<Connection>> current, Transactions own) {
        this.current = current;
        this.own = own;
    }

    @Override
    public <R> R read(Function<Sql, R> work) {
        return now().read(work);
    }

    @Override
    public <R> R readOnce(Function<Sql, R> work) {
        return now().readOnce(work);
    }

    @Override
    public <R> R write(Function<Sql, R> work) {
        return now().write(work);
    }

    @Override
    public int attempts() {
        return now().attempts();
    }

    private Transactions now() {
        return current.get().<Transactions>map(JoinedTransactions::new).orElse(own);
    }
}
