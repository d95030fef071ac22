package dev.ticketing.jdbc;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread that waits for its turn to write, as long as SQLite would wait for another process. */
final class Writer {

    private final Thread thread = Thread.currentThread();
    private volatile @Nullable Call call;

    /** What the turn is for: to join a group, or to lead one. */
    private record Call(Optional<WriteGroup> group) {}

    void join(WriteGroup group) {
        group.add(thread);
        call(new Call(Optional.of(group)));
    }

    void lead() {
        call(new Call(Optional.empty()));
    }

    private void call(Call now) {
        call = now;
        LockSupport.unpark(thread);
    }

    /** Gives the group to join; empty if the writer is to lead. */
    Optional<WriteGroup> awaitTurn(WriteGroups groups) {
        long asked = System.nanoTime();
        long patience = TimeUnit.MILLISECONDS.toNanos(SqliteSettings.BUSY_TIMEOUT_MILLIS);
        boolean interrupted = false;
        while (true) {
            Call now = call;
            if (now != null) {
                if (interrupted) thread.interrupt();
                return now.group();
            }
            long left = patience - (System.nanoTime() - asked);
            // who is called in this moment must take its turn, because the others wait for it
            if ((left <= 0 || interrupted) && groups.leave(this)) throw gaveUp(interrupted);
            LockSupport.parkNanos(this, Math.max(left, 1));
            if (Thread.interrupted()) interrupted = true;
        }
    }

    private RuntimeException gaveUp(boolean interrupted) {
        if (!interrupted) return SqlErrors.OWN.contention(null);
        thread.interrupt();
        return SqlErrors.OWN.contention(new InterruptedException());
    }
}
