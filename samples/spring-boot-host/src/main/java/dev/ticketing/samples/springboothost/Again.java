package dev.ticketing.samples.springboothost;

import dev.ticketing.error.ContentionException;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;

/** Runs a transaction again that met another one. Only the host can: the transaction is the host's. */
final class Again {

    private static final int ATTEMPTS = 5;

    private Again() {}

    /** Call it outside the transaction, so that what failed is rolled back before the next attempt. */
    static <R> R whenContended(Supplier<R> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (ContentionException | ConcurrencyFailureException inTheWay) {
                if (attempt == ATTEMPTS) throw inTheWay;
            }
        }
    }
}
