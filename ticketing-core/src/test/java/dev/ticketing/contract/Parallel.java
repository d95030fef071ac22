package dev.ticketing.contract;

import dev.ticketing.error.ContentionException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Runs work in many threads that start together. */
final class Parallel {

    static final int THREADS = 16;

    private Parallel() {}

    /** Runs the work once in each thread. @param work gets the thread's number @return the results, by that number */
    static <R> List<R> run(IntFunction<R> work) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CountDownLatch start = new CountDownLatch(THREADS);
        try {
            List<Future<R>> futures = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                futures.add(threads.submit(() -> {
                    start.countDown();
                    start.await();
                    return work.apply(number);
                }));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) results.add(future.get());
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError("a thread failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Does what the exception says: contention stored nothing, so the act is tried again. */
    static <R> R insisting(Supplier<R> act) {
        while (true) {
            try {
                return act.get();
            } catch (ContentionException e) {
                Thread.onSpinWait();
            }
        }
    }
}
