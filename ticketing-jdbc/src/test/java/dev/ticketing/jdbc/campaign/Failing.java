package dev.ticketing.jdbc.campaign;

import java.util.List;
import java.util.Optional;

/** A thread whose failure is not lost. */
final class Failing extends Thread {

    private final Runnable work;
    private volatile Optional<Throwable> failure = Optional.empty();

    Failing(Runnable work) {
        this.work = work;
    }

    @Override
    public void run() {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            failure = Optional.of(e);
        }
    }

    /** Runs all, and throws the first failure after all have ended. */
    static void runAll(List<Failing> threads) throws InterruptedException {
        threads.forEach(Thread::start);
        for (Failing thread : threads) thread.join();
        for (Failing thread : threads)
            thread.failure.ifPresent(e -> {
                throw new IllegalStateException("a client failed", e);
            });
    }
}
