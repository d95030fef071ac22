package dev.ticketing.contract;

import dev.ticketing.EntryKind;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketId;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.Analyzer;
import dev.ticketing.spi.Reads;
import dev.ticketing.spi.SearchTerms;
import dev.ticketing.spi.StoredEntry;
import dev.ticketing.spi.StoredTicket;
import dev.ticketing.spi.TicketField;
import java.util.ArrayList;
import java.util.List;

/** A search that reads everything, for comparison with one that does not. */
final class SlowSearch {

    private SlowSearch() {}

    static boolean matches(Reads reads, Access access, TicketId id, String words) {
        StoredTicket ticket = reads.ticket(access, id, ThreadQuery.whole()).orElseThrow();
        SearchTerms terms = SearchTerms.parse(words);
        return ticket.entries().stream()
                .filter(entry -> entry.kind() != EntryKind.SYSTEM)
                .anyMatch(entry -> terms.match(words(ticket, entry)));
    }

    private static List<String> words(StoredTicket ticket, StoredEntry entry) {
        List<String> words = new ArrayList<>();
        if (entry.seq() == 1)
            words.addAll(Analyzer.words(ticket.state().get(TicketField.SUBJECT).value()));
        words.addAll(Analyzer.words(entry.body().value()));
        return words;
    }
}
