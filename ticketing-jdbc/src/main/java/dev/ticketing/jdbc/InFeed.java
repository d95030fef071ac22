package dev.ticketing.jdbc;

import dev.ticketing.AccountId;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketId;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A row of the feed with its event, and whether the reader may see its ticket. */
record InFeed(long position, long ticket, TicketEvent event, boolean isPermitted) {

    static InFeed of(Access access, ResultSet row) throws SQLException {
        TicketId id = new TicketId(Columns.string(row, "ticket_id"));
        TicketState ticket = TicketState.empty(access.tenant(), id)
                .with(TicketField.ACCOUNT, new AccountId(Columns.string(row, "account")))
                .with(TicketField.DEPARTMENT, Columns.string(row, "department"));
        return new InFeed(
                row.getLong("position"),
                row.getLong("ticket_key"),
                EventTable.event(access.tenant(), id, row),
                access.permits(ticket));
    }
}
