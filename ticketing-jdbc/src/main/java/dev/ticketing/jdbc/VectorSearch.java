package dev.ticketing.jdbc;

import dev.ticketing.Audience;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.SearchTerms;
import dev.ticketing.spi.SearchTerms.Term;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's inverted index over vectors of the analyser's words; its own parser and dictionaries see none of them. A vector
 * keeps no positions, since it would forget those beyond 16,383 and those of a word's 256th occurrence on.
 */
final class VectorSearch extends CandidateSearch {

    /** Well below the 1 MiB that a vector may have. */
    private static final int MOST_BYTES = 512 * 1024;

    /** Marks begin with what no word begins with. */
    private static final String PUBLIC = quoted("=public");

    /** Marks an entry that has more words than its vector. */
    private static final String MORE = quoted("=more");

    private static final String INDEX_ENTRY = """
            INSERT INTO ticketing_search (ticket_key, seq, words) VALUES (?, ?, CAST(? AS tsvector))
            ON CONFLICT (ticket_key, seq) DO UPDATE SET words = excluded.words
            """;

    private static final String CANDIDATES = """
            SELECT s.ticket_key, s.seq, t.created_at AS placed_at, t.id, s.words @@ CAST(? AS tsquery) AS more
            FROM ticketing_search s JOIN ticketing_ticket t ON t.ticket_key = s.ticket_key
            WHERE s.words @@ CAST(? AS tsquery) AND %s
            ORDER BY s.ticket_key DESC, s.seq DESC LIMIT ?
            """;

    VectorSearch(Sql sql) {
        super(sql);
    }

    @Override
    void index(TicketKey ticket, TicketState state, List<IndexedEntry> entries) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (IndexedEntry entry : entries) rows.add(new @Nullable Object[] {ticket, entry.seq(), vector(state, entry)});
        sql.later(INDEX_ENTRY, rows);
    }

    @Override
    List<Candidate> candidates(Access access, SearchTerms terms, Where tickets, Where before, int most) {
        boolean phrases = hasPhrases(terms);
        Where where = new Where().and(before).and(tickets);
        List<@Nullable Object> values = new ArrayList<>(List.of(MORE, question(access, terms)));
        values.addAll(Arrays.asList(where.values()));
        values.add(most);
        return sql.list(
                CANDIDATES.formatted(where.sql()),
                row -> new Candidate(TicketList.Spot.of(row), row.getLong("seq"), !phrases && !row.getBoolean("more")),
                values.toArray());
    }

    private static String vector(TicketState state, IndexedEntry entry) {
        Set<String> marks = new LinkedHashSet<>();
        marks.add(mark(ScopeWords.tenant(state.tenant())));
        marks.add(mark(ScopeWords.account(state.tenant(), state.get(TicketField.ACCOUNT))));
        if (entry.isPublic()) marks.add(PUBLIC);
        StringBuilder vector = new StringBuilder(String.join(" ", marks));
        int bytes = 0;
        for (String word : new TreeSet<>(entry.words())) {
            bytes += word.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) return vector.append(' ').append(MORE).toString();
            vector.append(' ').append(quoted(word));
        }
        return vector.toString();
    }

    private static String question(Access access, SearchTerms terms) {
        List<String> marks = new ArrayList<>();
        marks.add(mark(access.account()
                .map(account -> ScopeWords.account(access.tenant(), account))
                .orElseGet(() -> ScopeWords.tenant(access.tenant()))));
        if (access.audience() == Audience.PORTAL) marks.add(PUBLIC);
        List<String> words = new ArrayList<>();
        for (Term term : terms.wanted()) words.add(allOf(term));
        for (Term term : terms.unwanted()) if (!isPhrase(term)) words.add("!" + allOf(term));
        return String.join(" & ", marks) + " & (" + MORE + " | (" + String.join(" & ", words) + "))";
    }

    private static String allOf(Term term) {
        List<String> words = new ArrayList<>();
        for (String word : term.words()) words.add(quoted(word));
        return String.join(" & ", words) + (term.prefix() ? ":*" : "");
    }

    private static String mark(String scope) {
        return quoted("=" + scope);
    }

    /** Words consist of letters and digits, so that nothing in them ends the quotes. */
    private static String quoted(String word) {
        return "'" + word + "'";
    }
}
