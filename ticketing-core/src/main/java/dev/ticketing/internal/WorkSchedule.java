package dev.ticketing.internal;

import dev.ticketing.Work;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One daemon thread that works, pauses and works again, until it is closed. */
final class WorkSchedule implements Work.Schedule {

    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch closing = new CountDownLatch(1);
    private final Consumer<BooleanSupplier> pass;
    private final Duration pause;
    private final Thread thread;

    private WorkSchedule(Consumer<BooleanSupplier> pass, Duration pause) {
        this.pass = pass;
        this.pause = pause;
        this.thread = new Thread(this::run, "ticketing-work");
        this.thread.setDaemon(true);
    }

    static WorkSchedule start(Consumer<BooleanSupplier> pass, Duration pause) {
        WorkSchedule schedule = new WorkSchedule(pass, pause);
        schedule.thread.start();
        return schedule;
    }

    @Override
    public void close() {
        closing.countDown();
        // a subscriber may close the schedule that it is called by
        if (Thread.currentThread().equals(thread)) return;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }

    private void run() {
        try {
            do work();
            while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            // closed by somebody who did not want to wait any longer
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            pass.accept(() -> closing.getCount() > 0 && !Thread.currentThread().isInterrupted());
        } catch (RuntimeException | LinkageError e) {
            AfterCommit.log("A pass of the work failed; the next one comes", e);
        }
    }
}
