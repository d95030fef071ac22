package dev.ticketing.jdbc;

import dev.ticketing.error.ContentionException;
import dev.ticketing.error.StorageException;
import dev.ticketing.spi.StaleTicketSignal;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What the database's refusals mean, by whose transaction met them. Nothing but these leaves the module. */
enum SqlErrors {
    /** A transaction of ours: one that the database gave up runs again; one that waited its time would only wait again. */
    OWN("Try again later."),
    /** The host's transaction: only the host can run it again. */
    JOINED("Roll back your transaction and run it again.");

    /** Serialization failure and deadlock, as the standard and PostgreSQL name them. */
    private static final Set<String> GIVEN_UP = Set.of("40001", "40P01");

    /** MariaDB: deadlock; record has changed since last read. */
    private static final Set<Integer> GIVEN_UP_CODES = Set.of(1213, 1020);

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    /** PostgreSQL's; MariaDB's state is that of every broken constraint. */
    private static final String UNIQUE_VIOLATION = "23505";

    private static final int DUPLICATE_KEY = 1062;

    /** Only {@link Dialect#findingOne} divides. */
    private static final String DIVISION_BY_ZERO = "22012";

    private static final Set<String> MISSING_TABLE = Set.of("42P01", "42S02");

    private final String advice;

    SqlErrors(String advice) {
        this.advice = advice;
    }

    /** Gives the exception to throw; its cause is the driver's, since JDBI's would quote the statement. */
    RuntimeException translated(Exception failure) {
        SQLException cause = driverException(failure);
        if (cause == null) return broken(null);
        if (isGivenUp(cause)) return this == OWN ? new GivenUpSignal(cause) : contention(cause);
        if (isBusy(cause)) return contention(cause);
        if (isTaken(cause)) return new StaleTicketSignal();
        return broken(cause);
    }

    static boolean isMissingTable(StorageException failure) {
        SQLException cause = driverException(failure);
        if (cause == null) return false;
        if (!(cause instanceof SQLiteException)) return MISSING_TABLE.contains(state(cause));
        // SQLite has no code of its own for a table that is not there
        return hasCode(cause, SQLiteErrorCode.SQLITE_ERROR)
                && String.valueOf(cause.getMessage()).contains("no such table");
    }

    /** Whether SQLite refused to roll back because nothing was begun, or because it had rolled back by itself. */
    static boolean isWithoutTransaction(Throwable failure) {
        SQLException cause = failure instanceof Exception e ? driverException(e) : null;
        return cause instanceof SQLiteException
                && hasCode(cause, SQLiteErrorCode.SQLITE_ERROR)
                && String.valueOf(cause.getMessage()).contains("no transaction is active");
    }

    /** Other writers were in the way for too long. */
    ContentionException contention(@Nullable Exception cause) {
        return new ContentionException(advice, cause);
    }

    private static StorageException broken(@Nullable SQLException cause) {
        return new StorageException("The database refused a statement, or could not be reached.", cause);
    }

    /** The database ended the whole transaction so that others could go on. */
    private static boolean isGivenUp(SQLException cause) {
        return !(cause instanceof SQLiteException)
                && (GIVEN_UP.contains(state(cause)) || GIVEN_UP_CODES.contains(cause.getErrorCode()));
    }

    private static boolean isBusy(SQLException cause) {
        if (cause instanceof SQLiteException)
            return hasCode(cause, SQLiteErrorCode.SQLITE_BUSY) || hasCode(cause, SQLiteErrorCode.SQLITE_LOCKED);
        return LOCK_NOT_AVAILABLE.equals(cause.getSQLState()) || cause.getErrorCode() == LOCK_WAIT_TIMEOUT;
    }

    /** A unique row that exists, or one that is gone: checks came before, so a twin was faster. */
    private static boolean isTaken(SQLException cause) {
        if (cause instanceof SQLiteException refusal)
            return refusal.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE
                    || refusal.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY;
        return UNIQUE_VIOLATION.equals(cause.getSQLState())
                || DIVISION_BY_ZERO.equals(cause.getSQLState())
                || cause.getErrorCode() == DUPLICATE_KEY;
    }

    /** A pool's own exceptions have none. */
    private static String state(SQLException cause) {
        return cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    private static boolean hasCode(SQLException cause, SQLiteErrorCode code) {
        return (cause.getErrorCode() & 0xff) == code.code;
    }

    private static @Nullable SQLException driverException(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof SQLException refusal) return refusal;
        return null;
    }
}
