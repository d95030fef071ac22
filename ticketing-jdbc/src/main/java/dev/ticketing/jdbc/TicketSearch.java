package dev.ticketing.jdbc;

import dev.ticketing.Page;
import dev.ticketing.TicketQuery;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.Change;
import dev.ticketing.spi.TicketState;

/** Finds tickets by what people wrote, newest opened first, within the transaction that wrote it too. */
interface TicketSearch {

    /** Gives the search of the engine. */
    static TicketSearch over(Sql sql) {
        return switch (sql.dialect()) {
            case SQLITE -> new FullTextSearch(sql);
            case POSTGRESQL -> new VectorSearch(sql);
            case MARIADB -> new WordSearch(sql);
        };
    }

    Page<TicketState> page(Access access, TicketQuery query, String text);

    /** Indexes what a change wrote or edited. */
    void write(TicketKey ticket, Change change);
}
