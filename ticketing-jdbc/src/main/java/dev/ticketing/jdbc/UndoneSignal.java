package dev.ticketing.jdbc;

/** A commit that several writers were to share was given up for one of them; it was rolled back, and each may run again. */
final class UndoneSignal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UndoneSignal() {
        super("one of those who share a commit had to be undone", null, false, false);
    }
}
