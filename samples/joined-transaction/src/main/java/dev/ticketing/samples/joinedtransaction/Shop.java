package dev.ticketing.samples.joinedtransaction;

import dev.ticketing.Agent;
import dev.ticketing.Requester;
import dev.ticketing.Ticket;
import dev.ticketing.TicketDraft;
import dev.ticketing.jdbc.JdbcTicketing;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A shop that disputes an order and opens its ticket: both, or neither. */
public final class Shop {

    private final DataSource database;
    private final JdbcTicketing ticketing;
    private final Orders orders = new Orders();

    /**
     * Puts the shop over its database.
     *
     * @param database where the shop's orders and the tickets live
     * @param ticketing ticketing over the same database
     */
    public Shop(DataSource database, JdbcTicketing ticketing) {
        this.database = database;
        this.ticketing = ticketing;
    }

    /**
     * Marks an order as disputed and opens its ticket.
     *
     * @param order the order's number
     * @param customer who disputes it
     * @param complaint what the customer says
     * @return the ticket, committed together with the order
     * @throws SQLException if the database fails; then neither is there
     */
    public Ticket dispute(long order, Requester customer, String complaint) throws SQLException {
        try (Connection connection = database.getConnection()) {
            // README: join
            connection.setAutoCommit(false);
            try {
                orders.markDisputed(connection, order);
                Ticket ticket = ticketing
                        .joining(connection)
                        .desk(Agent.system("shop"))
                        .open(customer, TicketDraft.of("Order " + order + " is disputed", complaint));
                connection.commit();
                return ticket;
            } catch (RuntimeException | SQLException e) {
                connection.rollback();
                throw e;
            }
            // README: end
        }
    }
}
