package dev.ticketing.jdbc;

import java.sql.SQLException;

/** The database ended a transaction of ours so that others could go on; nothing of it was stored, and it may run again. */
final class GivenUpSignal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SQLException refusal;

    GivenUpSignal(SQLException refusal) {
        super("the database gave the transaction up", refusal, true, false);
        this.refusal = refusal;
    }

    SQLException refusal() {
        return refusal;
    }
}
