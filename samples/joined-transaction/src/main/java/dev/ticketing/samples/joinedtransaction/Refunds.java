package dev.ticketing.samples.joinedtransaction;

import dev.ticketing.Agent;
import dev.ticketing.Ticket;
import dev.ticketing.TicketId;
import dev.ticketing.error.ContentionException;
import dev.ticketing.jdbc.JdbcTicketing;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Refunds, which run again when somebody else was at the same ticket. */
public final class Refunds {

    private static final int ATTEMPTS = 5;

    private final DataSource database;
    private final JdbcTicketing ticketing;
    private final Orders orders;

    Refunds(DataSource database, JdbcTicketing ticketing, Orders orders) {
        this.database = database;
        this.ticketing = ticketing;
        this.orders = orders;
    }

    /**
     * Refunds a disputed order and resolves its ticket: both, or neither.
     *
     * @param order the order's number
     * @param ticket the ticket of the dispute
     * @return the ticket, committed together with the order
     * @throws ContentionException if others were faster each time; then neither is changed
     * @throws SQLException if the database fails; then neither is changed
     */
    public Ticket refund(long order, TicketId ticket) throws SQLException {
        // embedding: again
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    Ticket resolved = refund(connection, order, ticket);
                    connection.commit();
                    return resolved;
                } catch (RuntimeException | SQLException e) {
                    connection.rollback();
                    if (!isContention(e) || attempt == ATTEMPTS) throw e;
                }
            }
        }
        // embedding: end
    }

    private Ticket refund(Connection connection, long order, TicketId ticket) throws SQLException {
        if (!orders.stateOf(connection, order).equals("disputed"))
            throw new IllegalArgumentException("order " + order + " is not disputed");
        Ticket resolved = ticketing
                .joining(connection)
                .desk(Agent.system("shop"))
                .resolve(ticket, "Order " + order + " is refunded.");
        orders.markRefunded(connection, order);
        return resolved;
    }

    // embedding: contention
    /** A ticket's contention has a type; that of the shop's own statements is SQLSTATE class 40. */
    private static boolean isContention(Exception e) {
        return e instanceof ContentionException
                || e instanceof SQLException own
                        && own.getSQLState() != null
                        && own.getSQLState().startsWith("40");
    }
    // embedding: end
}
