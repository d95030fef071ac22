package dev.ticketing.jdbc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The line of those who want to write to SQLite, which has one writer at a time and syncs its file at every commit. Whoever finds
 * the line empty leads: begins a transaction, does its own work and, as long as others wait, has them do theirs in it, one after
 * the other; then it commits once for all. Who is alone waits for nobody. Turns come in the order of asking, and who has to run
 * again asks again. Thread-safe.
 */
final class WriteGroups {

    /** How many writers share a commit, so that the first of them is not kept from its answer for long. */
    static final int MOST = 64;

    /**
     * For how many turns writers who share a commit set savepoints after one of them had to be undone, for which all of them were: what
     * makes one fail may be there for a while, and the many are not to work twice for it each time.
     */
    static final int CAREFUL_TURNS = 1_024;

    /** More than once a writer is undone with others only if a thousand had their turns while it stood in line again. */
    private static final int MOST_RUNS = 8;

    private final Deque<Writer> line = new ArrayDeque<>();
    private boolean isLed;
    private volatile @Nullable Thread working;

    /** Told from turn to turn with the transaction. */
    private int carefulTurns;

    /** Begins a transaction, has the group's leader work in it, and commits it or rolls it back. */
    @FunctionalInterface
    interface Leading {
        <R> R lead(WriteGroup group, Function<Sql, R> work);
    }

    <R> R write(Leading leading, Function<Sql, R> work) {
        if (Thread.currentThread().equals(working))
            throw new IllegalStateException("A write must not start inside another one; use its transaction.");
        for (int run = 1; ; run++)
            try {
                return writeOnce(leading, work);
            } catch (UndoneSignal signal) {
                // rolled back for all who shared the commit; the next groups undo of each what is its own
                if (run == MOST_RUNS) throw SqlErrors.OWN.contention(signal);
            }
    }

    private <R> R writeOnce(Leading leading, Function<Sql, R> work) {
        Writer self = new Writer();
        Optional<WriteGroup> joined = stepUp(self) ? Optional.empty() : self.awaitTurn(this);
        return joined.isPresent() ? joined.get().follow(work) : lead(leading, work);
    }

    private <R> R lead(Leading leading, Function<Sql, R> work) {
        WriteGroup group = new WriteGroup(this);
        try {
            return leading.lead(group, work);
        } catch (Throwable e) {
            group.fail(e);
            throw e;
        } finally {
            // the next leader first, since everybody else waits for it
            stepDown();
            group.tell();
        }
    }

    /** Runs a work, and notes who runs it: a write inside of it would wait for itself. */
    <R> R working(Function<Sql, R> work, Sql sql) {
        working = Thread.currentThread();
        try {
            R result = work.apply(sql);
            // before anybody else works in the same transaction
            sql.finish();
            return result;
        } finally {
            working = null;
        }
    }

    /** Counts a turn, and says whether it is one of those with a savepoint. */
    boolean takeCare() {
        if (carefulTurns == 0) return false;
        carefulTurns--;
        return true;
    }

    void beCareful() {
        carefulTurns = CAREFUL_TURNS;
    }

    /** Has the next one in line join a group; says whether there was one. */
    boolean handOn(WriteGroup group) {
        Writer next;
        synchronized (line) {
            next = line.poll();
        }
        if (next == null) return false;
        next.join(group);
        return true;
    }

    /** Takes a writer out of the line, unless it has just been called. */
    boolean leave(Writer writer) {
        synchronized (line) {
            return line.remove(writer);
        }
    }

    /** How many wait for their turn. */
    int waiting() {
        synchronized (line) {
            return line.size();
        }
    }

    /** Says whether the writer leads; if not, it is in line. */
    private boolean stepUp(Writer writer) {
        synchronized (line) {
            if (isLed) {
                line.add(writer);
                return false;
            }
            isLed = true;
            return true;
        }
    }

    private void stepDown() {
        Writer next;
        synchronized (line) {
            next = line.poll();
            isLed = next != null;
        }
        if (next != null) next.lead();
    }
}
