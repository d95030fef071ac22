package dev.ticketing.internal;

import dev.ticketing.error.ContentionException;
import dev.ticketing.spi.StaleTicketSignal;
import dev.ticketing.spi.Storage;
import dev.ticketing.spi.Storage.Transaction;
import java.util.function.Function;

/** Runs work in a transaction, again if another writer was faster and the transaction is ours to run again. */
final class Attempts {

    private final Storage storage;

    Attempts(Storage storage) {
        this.storage = storage;
    }

    /** Says whether transactions are the host's, which only the host can run again. */
    boolean areHosts() {
        return storage.attempts() == 1;
    }

    <T> T run(Function<Transaction, T> work) {
        int attempts = storage.attempts();
        for (int attempt = 1; ; attempt++) {
            try {
                return storage.write(work);
            } catch (Listeners.Refusal refusal) {
                throw refusal.reason();
            } catch (StaleTicketSignal signal) {
                if (attempt >= attempts) throw exhausted(signal);
            }
        }
    }

    private ContentionException exhausted(StaleTicketSignal signal) {
        return new ContentionException(
                areHosts() ? "Roll back your transaction and run it again." : "Try again later.", signal);
    }
}
