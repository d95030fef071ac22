package dev.ticketing.jdbc;

import dev.ticketing.error.ContentionException;
import dev.ticketing.error.StorageException;
import dev.ticketing.error.TicketingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writers who share a commit. One works at a time, on its own thread: first the leader, then each follower. What one throws undoes
 * nothing of the others: if it had only read, there is nothing to undo, and else all is rolled back and runs again, now each
 * follower within a savepoint, which costs more than to hope. Nobody is told how its own work ended before the commit is done, not
 * even of a refusal: it may have been decided on what another one of the group wrote.
 */
final class WriteGroup {

    private static final String SET_SAVEPOINT = "SAVEPOINT ticketing_writer";
    private static final String RELEASE_SAVEPOINT = "RELEASE ticketing_writer";
    private static final String ROLL_BACK_TO_SAVEPOINT = "ROLLBACK TO ticketing_writer";

    private final WriteGroups groups;
    private final Thread leader = Thread.currentThread();
    private final List<Thread> followers = new ArrayList<>();
    private @Nullable Sql sql;

    // these tell one thread what another one did, with everything that it did before
    private volatile @Nullable Throwable failure;
    private volatile boolean isBack;
    private volatile boolean isOver;

    WriteGroup(WriteGroups groups) {
        this.groups = groups;
    }

    /** Does the leader's work in a transaction that has begun, then has others do theirs; returns when it is to be committed. */
    <R> R lead(Sql begun, Function<Sql, R> work) {
        sql = begun;
        R result = groups.working(work, begun);
        if (handOn()) await(() -> isBack);
        throwFailure();
        return result;
    }

    /** Does a follower's work, and returns when the group has been committed. */
    <R> R follow(Function<Sql, R> work) {
        try {
            return takeTurn(work);
        } finally {
            await(() -> isOver);
            // whatever the work came to, nothing of it is so
            throwFailure();
        }
    }

    /** Takes in who is to work next. */
    void add(Thread follower) {
        followers.add(follower);
    }

    /** Says that nothing was committed, or that nobody knows. */
    void fail(Throwable why) {
        failure = why;
    }

    /** Tells the followers that it is over. */
    void tell() {
        isOver = true;
        followers.forEach(LockSupport::unpark);
    }

    private <R> R takeTurn(Function<Sql, R> work) {
        boolean handedOn = false;
        try {
            Sql turn = Objects.requireNonNull(sql).forAnother();
            return groups.takeCare() ? inSavepoint(turn, work) : withoutSavepoint(turn, work);
        } finally {
            try {
                handedOn = failure == null && handOn();
            } finally {
                if (!handedOn) giveBack();
            }
        }
    }

    private <R> R withoutSavepoint(Sql turn, Function<Sql, R> work) {
        try {
            return groups.working(work, turn);
        } catch (Throwable e) {
            if (!turn.hasOnlyRead()) undoAll();
            throw e;
        }
    }

    private void undoAll() {
        groups.beCareful();
        failure = new UndoneSignal();
    }

    private <R> R inSavepoint(Sql turn, Function<Sql, R> work) {
        try {
            turn.control(SET_SAVEPOINT);
            R result = groups.working(work, turn);
            turn.control(RELEASE_SAVEPOINT);
            return result;
        } catch (Throwable e) {
            undo(turn, e);
            throw e;
        }
    }

    /** What cannot be undone for one cannot be committed for the others; nor if SQLite has given up the transaction by itself. */
    private void undo(Sql turn, Throwable first) {
        try {
            turn.control(ROLL_BACK_TO_SAVEPOINT);
            turn.control(RELEASE_SAVEPOINT);
        } catch (Throwable second) {
            first.addSuppressed(second);
            failure = second;
        }
    }

    private boolean handOn() {
        return followers.size() < WriteGroups.MOST - 1 && groups.handOn(this);
    }

    private void giveBack() {
        isBack = true;
        LockSupport.unpark(leader);
    }

    /** Waits without end: an interrupt cannot undo what others wait for, so it is kept for later. */
    private void await(BooleanSupplier ended) {
        boolean interrupted = false;
        while (!ended.getAsBoolean()) {
            LockSupport.park(this);
            if (Thread.interrupted()) interrupted = true;
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    /** To each an exception of its own. */
    private void throwFailure() {
        Throwable why = failure;
        if (why == null) return;
        if (why instanceof UndoneSignal) throw new UndoneSignal();
        Throwable cause = why instanceof TicketingException ? why.getCause() : why;
        if (why instanceof ContentionException) throw SqlErrors.OWN.contention(cause instanceof Exception e ? e : null);
        throw new StorageException("The commit that several writers shared failed.", cause);
    }
}
