package dev.ticketing.jdbc;

import dev.ticketing.Page;
import dev.ticketing.TicketQuery;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.Analyzer;
import dev.ticketing.spi.Change;
import dev.ticketing.spi.SearchTerms;
import dev.ticketing.spi.TicketState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A search that gives candidates from the newest on, a few at a time. Where an index does not say for certain that they match, as of
 * one that knows no order of words, their texts are looked through until the page is full.
 */
abstract class CandidateSearch implements TicketSearch {

    private static final int MOST_AT_ONCE = 1_000;

    private static final String TEXT_OF_ENTRY = """
            SELECT t.subject, r.text
            FROM ticketing_entry e
            JOIN ticketing_revision r ON r.ticket_key = e.ticket_key AND r.revision = e.revision
            JOIN ticketing_ticket t ON t.ticket_key = e.ticket_key
            WHERE e.ticket_key = ? AND e.seq = ?
            """;

    final Sql sql;

    CandidateSearch(Sql sql) {
        this.sql = sql;
    }

    /** An entry that has the words, and whether the index alone says so for certain. */
    record Candidate(TicketList.Spot ticket, long seq, boolean certain) {}

    /** A place between entries; those before it are older. */
    record Place(long ticket, long seq) {

        /** A condition on entries, which stand in {@code s}. */
        Where before() {
            return new Where().and("s.ticket_key <= ? AND (s.ticket_key < ? OR s.seq < ?)", ticket, ticket, seq);
        }
    }

    /** Gives the next candidates before a place, by falling ticket and entry; fewer than asked for when there are no more. */
    abstract List<Candidate> candidates(Access access, SearchTerms terms, Where tickets, Place before, int most);

    /** Writes the rows of a ticket's entries. */
    abstract void index(TicketKey ticket, TicketState state, List<IndexedEntry> entries);

    @Override
    public final void write(TicketKey ticket, Change change) {
        index(ticket, change.after(), IndexedEntry.of(change));
    }

    @Override
    public final Page<TicketState> page(Access access, TicketQuery query, String text) {
        SearchTerms terms = SearchTerms.parse(text);
        if (terms.wanted().isEmpty()) return new Page<>(List.of(), Optional.empty());
        long before = query.after()
                .map(place ->
                        new TicketTable(sql).keyOf(access.tenant(), place.id()).orElse(0L))
                .orElse(Long.MAX_VALUE);
        Where tickets = TicketFilters.visible(access).and(TicketFilters.wanted(query));
        List<TicketList.Spot> spots = spots(access, terms, tickets, before, query.skip() + query.limit() + 1);
        return TicketList.page(sql, spots.subList(Math.min(query.skip(), spots.size()), spots.size()), query.limit());
    }

    private List<TicketList.Spot> spots(Access access, SearchTerms terms, Where tickets, long before, int most) {
        List<TicketList.Spot> spots = new ArrayList<>();
        Place place = new Place(before, 0);
        for (int atOnce = most; ; atOnce = Math.min(atOnce * 2, MOST_AT_ONCE)) {
            List<Candidate> found = candidates(access, terms, tickets, place, atOnce);
            for (Candidate candidate : found) {
                if (isLast(spots, candidate.ticket())) continue;
                if (candidate.certain() || matches(terms, candidate)) spots.add(candidate.ticket());
                if (spots.size() == most) return spots;
            }
            if (found.size() < atOnce) return spots;
            Candidate last = found.get(found.size() - 1);
            place = new Place(last.ticket().key(), isLast(spots, last.ticket()) ? 0 : last.seq());
        }
    }

    /** The hits of one ticket are neighbours. */
    private static boolean isLast(List<TicketList.Spot> spots, TicketList.Spot ticket) {
        return !spots.isEmpty() && spots.get(spots.size() - 1).key() == ticket.key();
    }

    private boolean matches(SearchTerms terms, Candidate candidate) {
        return sql.first(
                        TEXT_OF_ENTRY,
                        row -> {
                            List<String> words = new ArrayList<>();
                            if (candidate.seq() == 1) words.addAll(Analyzer.words(Columns.string(row, "subject")));
                            words.addAll(Analyzer.words(Columns.string(row, "text")));
                            return terms.match(words);
                        },
                        candidate.ticket().key(),
                        candidate.seq())
                .orElse(false);
    }
}
