package dev.ticketing.jdbc;

import dev.ticketing.error.ContentionException;
import dev.ticketing.error.StorageException;
import dev.ticketing.spi.StaleTicketSignal;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What the database's refusals mean, by whose transaction met them. Nothing but these leaves the module. */
enum SqlErrors {
    /** A transaction of ours: it waited as long as the busy timeout says, so running it again would only wait again. */
    OWN("Try again later."),
    /** The host's transaction: only the host can run it again. */
    JOINED("Roll back your transaction and run it again.");

    private final String advice;

    SqlErrors(String advice) {
        this.advice = advice;
    }

    /** Gives the exception to throw; its cause is the driver's, since JDBI's would quote the statement. */
    RuntimeException translated(Exception failure) {
        SQLException cause = driverException(failure);
        if (isBusy(cause)) return contention(cause);
        if (isTaken(cause)) return new StaleTicketSignal();
        return new StorageException("The database refused a statement, or could not be reached.", cause);
    }

    /** SQLite has no code of its own for a table that is not there. */
    static boolean isMissingTable(StorageException failure) {
        SQLException cause = driverException(failure);
        return cause != null
                && hasCode(cause, SQLiteErrorCode.SQLITE_ERROR)
                && String.valueOf(cause.getMessage()).contains("no such table");
    }

    /** Other writers kept the one write lock for too long. */
    ContentionException contention(@Nullable Exception cause) {
        return new ContentionException(advice, cause);
    }

    private static boolean isBusy(@Nullable SQLException cause) {
        return hasCode(cause, SQLiteErrorCode.SQLITE_BUSY) || hasCode(cause, SQLiteErrorCode.SQLITE_LOCKED);
    }

    /** A unique row that exists: checks came before the insert, so a twin was faster. */
    private static boolean isTaken(@Nullable SQLException cause) {
        return cause instanceof SQLiteException refusal
                && (refusal.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE
                        || refusal.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY);
    }

    private static boolean hasCode(@Nullable SQLException cause, SQLiteErrorCode code) {
        return cause != null && (cause.getErrorCode() & 0xff) == code.code;
    }

    private static @Nullable SQLException driverException(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof SQLException refusal) return refusal;
        return null;
    }
}
