package dev.ticketing.jdbc;

import dev.ticketing.Audience;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.SearchTerms;
import dev.ticketing.spi.SearchTerms.Term;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A table of words for MariaDB, whose own full-text index shows rows after their commit only. A search walks the entries that
 * have its longest word, from the newest on, and looks the others up.
 */
final class WordSearch extends CandidateSearch {

    /** How many rows one statement inserts. */
    private static final int ROWS = 200;

    /** MariaDB joins 61 tables at most; what is not joined is looked for in the text. */
    private static final int MOST_JOINS = 24;

    private static final String DROP_WORDS = """
            DELETE FROM ticketing_search WHERE ticket_key = ? AND seq = ?
            """;

    private static final String ADD_WORDS = """
            INSERT INTO ticketing_search (ticket_key, seq, word, is_public, tenant_scope, account_scope) VALUES
            """;

    private static final String ROW = "(?, ?, ?, ?, ?, ?)";

    /** The tables are taken in the order in which they stand: first the index, hit by hit. */
    private static final String CANDIDATES = """
            SELECT STRAIGHT_JOIN s.ticket_key, s.seq, t.created_at AS placed_at, t.id
            FROM ticketing_search s FORCE INDEX (%s)
            %sJOIN ticketing_ticket t ON t.ticket_key = s.ticket_key
            WHERE %s
            ORDER BY s.ticket_key DESC, s.seq DESC LIMIT ?
            """;

    WordSearch(Sql sql) {
        super(sql);
    }

    /** A word, or the beginning of one, as a condition. */
    private record Wanted(String word, boolean prefix) {

        String is(String table) {
            return table + ".word " + (prefix ? "LIKE" : "=") + " ?";
        }

        /** Words consist of letters and digits, so that none of them is a pattern by itself. */
        String value() {
            return prefix ? word + "%" : word;
        }
    }

    @Override
    void index(TicketKey ticket, TicketState state, List<IndexedEntry> entries) {
        for (IndexedEntry entry : entries) {
            // a delete that finds nothing would lock the gap in which others open tickets
            if (!entry.fresh()) sql.later(DROP_WORDS, ticket, entry.seq());
            List<String> words = List.copyOf(new TreeSet<>(entry.words()));
            for (int from = 0; from < words.size(); from += ROWS)
                add(ticket, state, entry, words.subList(from, Math.min(from + ROWS, words.size())));
        }
    }

    private void add(TicketKey ticket, TicketState state, IndexedEntry entry, List<String> words) {
        long tenant = ScopeWords.number(ScopeWords.tenant(state.tenant()));
        long account = ScopeWords.number(ScopeWords.account(state.tenant(), state.get(TicketField.ACCOUNT)));
        List<Object> values = new ArrayList<>();
        for (String word : words)
            values.addAll(List.of(ticket, entry.seq(), word, entry.isPublic() ? 1L : 0L, tenant, account));
        List<String> rows = Collections.nCopies(words.size(), ROW);
        sql.later(ADD_WORDS + String.join(", ", rows), values.toArray());
    }

    @Override
    List<Candidate> candidates(Access access, SearchTerms terms, Where tickets, Place before, int most) {
        List<Wanted> wanted = wanted(terms);
        boolean certain = !hasPhrases(terms) && wanted.size() <= MOST_JOINS;
        Where joins = joins(wanted);
        Where where = scope(access)
                .and(wanted.get(0).is("s"), wanted.get(0).value())
                .and(before.before())
                .and(without(terms))
                .and(tickets);
        List<Object> values = new ArrayList<>(Arrays.asList(joins.values()));
        values.addAll(Arrays.asList(where.values()));
        values.add(most);
        String index = "ix_ticketing_search__" + (access.account().isPresent() ? "account" : "tenant") + "_scope";
        return sql.list(
                CANDIDATES.formatted(index, joins.words(""), where.sql()),
                row -> new Candidate(TicketList.Spot.of(row), row.getLong("seq"), certain),
                values.toArray());
    }

    private static Where scope(Access access) {
        Where scope = access.account()
                .map(account -> new Where()
                        .and("s.account_scope = ?", ScopeWords.number(ScopeWords.account(access.tenant(), account))))
                .orElseGet(() ->
                        new Where().and("s.tenant_scope = ?", ScopeWords.number(ScopeWords.tenant(access.tenant()))));
        return access.audience() == Audience.PORTAL ? scope.and("s.is_public = 1") : scope;
    }

    /** What an entry must have; first what is probably rarest: a long word, and no mere beginning. */
    private static List<Wanted> wanted(SearchTerms terms) {
        Set<Wanted> wanted = new LinkedHashSet<>();
        for (Term term : terms.wanted()) {
            int last = term.words().size() - 1;
            for (int i = 0; i <= last; i++) wanted.add(new Wanted(term.words().get(i), term.prefix() && i == last));
        }
        return wanted.stream()
                .sorted(Comparator.comparing(Wanted::prefix)
                        .thenComparing(word -> -word.word().length()))
                .toList();
    }

    private static Where joins(List<Wanted> wanted) {
        Where joins = new Where();
        for (int i = 1; i < Math.min(wanted.size(), MOST_JOINS); i++) {
            String other = "w" + i;
            joins.and(
                    "JOIN ticketing_search " + other + " ON " + other + ".ticket_key = s.ticket_key AND " + other
                            + ".seq = s.seq AND " + wanted.get(i).is(other) + "\n",
                    wanted.get(i).value());
        }
        return joins;
    }

    private static Where without(SearchTerms terms) {
        Where without = new Where();
        for (Term term : terms.unwanted()) {
            if (isPhrase(term)) continue;
            Wanted unwanted = new Wanted(term.words().get(0), term.prefix());
            without.and(
                    "NOT EXISTS (SELECT 1 FROM ticketing_search n WHERE n.ticket_key = s.ticket_key AND n.seq = s.seq"
                            + " AND " + unwanted.is("n") + ")",
                    unwanted.value());
        }
        return without;
    }
}
