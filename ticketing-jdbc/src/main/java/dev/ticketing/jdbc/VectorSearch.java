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
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * PostgreSQL's inverted index over vectors of the analyser's words; its own parser and dictionaries see none of them. A vector
 * keeps no positions, since it would forget those beyond 16,383 and those of a word's 256th occurrence on.
 */
final class VectorSearch extends CandidateSearch {

    /** Well below the 1 MiB that a vector may have. */
    private static final int MOST_BYTES = 512 * 1024;

    /** How long the number of a block and its sign may be. */
    private static final int MOST_OF_BLOCK = 12;

    /** Stands for the block of ticket keys in which something is looked for. No word has such a character. */
    private static final String BLOCK = "#";

    /** Marks begin with what no word begins with. */
    private static final String PUBLIC = "=public";

    /** Marks an entry that has more words than its vector. */
    private static final String MORE = "=more";

    /** The block is put in here, since a new ticket's key is known to nobody else. */
    private static final String INDEX_FRESH = """
            INSERT INTO ticketing_search (ticket_key, seq, words)
            SELECT ticket_key, ?, (VECTOR) FROM (SELECT CAST(? AS BIGINT) AS ticket_key) ticket
            """.replace(
            "(VECTOR)", inBlock("CAST(? AS text)" + smallBlocks(), "ticket_key >> " + KeyBlocks.BITS, "tsvector"));

    /** Looks first whether the row is there, which a new entry is spared. */
    private static final String INDEX_AGAIN =
            INDEX_FRESH + "ON CONFLICT (ticket_key, seq) DO UPDATE SET words = excluded.words";

    /** What has a frequent word is mostly found here. */
    private static final int WALKED = 256;

    /** How a ticket's row is added, hit by hit, and never before there is a hit: a planner that guesses joins them all. */
    private static final String WITH_TICKET = """
            CROSS JOIN LATERAL (
                SELECT created_at AS placed_at, id FROM ticketing_ticket WHERE ticket_key = hit.ticket_key AND %s OFFSET 0
            ) t
            """;

    private static final String AMONG_THE_NEWEST =
            """
            SELECT hit.ticket_key, hit.seq, t.placed_at, t.id, hit.words @@ (IN_BLOCK) AS more
            FROM (SELECT s.ticket_key, s.seq, s.words FROM ticketing_search s WHERE %s
                  ORDER BY s.ticket_key DESC, s.seq DESC LIMIT ?) hit
            """.replace("(IN_BLOCK)", inBlock("?", "hit.ticket_key >> " + KeyBlocks.BITS))
                    + WITH_TICKET
                    + """
            WHERE hit.words @@ (IN_BLOCK) ORDER BY hit.ticket_key DESC, hit.seq DESC LIMIT ?
            """.replace("(IN_BLOCK)", inBlock("?", "hit.ticket_key >> " + KeyBlocks.BITS));

    private static final String LAST_OF_THE_NEWEST = """
            SELECT s.ticket_key, s.seq FROM ticketing_search s WHERE %s
            ORDER BY s.ticket_key DESC, s.seq DESC LIMIT 1 OFFSET ?
            """;

    /** Step by step; the sums and the OFFSET keep the planner from taking another index than that of words. */
    private static final String IN_STEPS = """
            SELECT hit.ticket_key, hit.seq, t.placed_at, t.id, hit.more
            FROM (SELECT block, small, nr
                  FROM unnest(CAST(? AS bigint[]), CAST(? AS text[])) WITH ORDINALITY step (block, small, nr)
                  ORDER BY nr) step
            CROSS JOIN LATERAL (
                SELECT s.ticket_key, s.seq, s.words @@ (MORE) AS more FROM ticketing_search s
                WHERE s.words @@ (QUESTION) AND s.ticket_key + 0 <= ? AND (s.ticket_key + 0 < ? OR s.seq + 0 < ?)
                ORDER BY s.ticket_key + 0 DESC, s.seq + 0 DESC OFFSET 0
            ) hit
            """.replace("(MORE)", inBlock("?", "step.block"))
                    .replace("(QUESTION)", inBlock("CAST(? AS text) || step.small", "step.block"))
            + WITH_TICKET + """
            ORDER BY step.nr LIMIT ?
            """;

    VectorSearch(Sql sql) {
        super(sql);
    }

    @Override
    void index(TicketKey ticket, TicketState state, List<IndexedEntry> entries) {
        for (IndexedEntry entry : entries)
            sql.later(entry.fresh() ? INDEX_FRESH : INDEX_AGAIN, entry.seq(), vector(state, entry), ticket);
    }

    @Override
    List<Candidate> candidates(Access access, SearchTerms terms, Where tickets, Place before, int most) {
        boolean phrases = hasPhrases(terms);
        Sql.Row<Candidate> row =
                hit -> new Candidate(TicketList.Spot.of(hit), hit.getLong("seq"), !phrases && !hit.getBoolean("more"));
        String question = question(access, terms);
        List<Candidate> found = new ArrayList<>(amongTheNewest(question, tickets, before, most, row));
        if (found.size() < most)
            sql.first(
                            LAST_OF_THE_NEWEST.formatted(before.before().sql()),
                            last -> new Place(last.getLong("ticket_key"), last.getLong("seq")),
                            values(before.before().values(), WALKED - 1))
                    .ifPresent(last -> found.addAll(inSteps(question, tickets, last, most - found.size(), row)));
        return found;
    }

    private List<Candidate> amongTheNewest(
            String question, Where tickets, Place before, int most, Sql.Row<Candidate> row) {
        return sql.list(
                AMONG_THE_NEWEST.formatted(before.before().sql(), tickets.sql()),
                row,
                values(inAny(MORE), before.before().values(), WALKED, tickets.values(), question, most));
    }

    private List<Candidate> inSteps(String question, Where tickets, Place before, int most, Sql.Row<Candidate> row) {
        StringJoiner blocks = new StringJoiner(",", "{", "}");
        StringJoiner small = new StringJoiner(",", "{", "}");
        for (KeyBlocks.Step step : KeyBlocks.backFrom(before.ticket())) {
            blocks.add(Long.toString(step.block()));
            small.add(step.small().isEmpty() ? "\"\"" : "&" + inAny("=" + step.small()));
        }
        return sql.list(
                IN_STEPS.formatted(tickets.sql()),
                row,
                values(
                        blocks.toString(),
                        small.toString(),
                        inAny(MORE),
                        question,
                        before.ticket(),
                        before.ticket(),
                        before.seq(),
                        tickets.values(),
                        most));
    }

    /** Puts values and arrays of values in one row. */
    private static Object[] values(Object... parts) {
        List<Object> values = new ArrayList<>();
        for (Object part : parts)
            if (part instanceof Object[] several) values.addAll(Arrays.asList(several));
            else values.add(part);
        return values.toArray();
    }

    /** Gives the words and marks of an entry, in any block. */
    private static String vector(TicketState state, IndexedEntry entry) {
        StringBuilder vector = new StringBuilder();
        vector.append(inAny("=" + ScopeWords.tenant(state.tenant()))).append(' ');
        vector.append(inAny("=" + ScopeWords.account(state.tenant(), state.get(TicketField.ACCOUNT))));
        if (entry.isPublic()) vector.append(' ').append(inAny(PUBLIC));
        int bytes = 0;
        for (String word : new TreeSet<>(entry.words())) {
            bytes += word.getBytes(StandardCharsets.UTF_8).length + MOST_OF_BLOCK;
            if (bytes > MOST_BYTES)
                return vector.append(' ').append(inAny(MORE)).toString();
            vector.append(' ').append(inAny(word));
        }
        return vector.toString();
    }

    /** Adds to a vector the words of the small blocks. */
    private static String smallBlocks() {
        StringBuilder words = new StringBuilder();
        for (int bits : KeyBlocks.BITS_OF_SMALL)
            words.append(" || ' ''" + BLOCK + "==" + bits + "-' || (ticket_key >> " + bits + ") || ''''");
        return words.toString();
    }

    private static String question(Access access, SearchTerms terms) {
        List<String> conditions = new ArrayList<>();
        conditions.add(inAny("="
                + access.account()
                        .map(account -> ScopeWords.account(access.tenant(), account))
                        .orElseGet(() -> ScopeWords.tenant(access.tenant()))));
        if (access.audience() == Audience.PORTAL) conditions.add(inAny(PUBLIC));
        List<String> words = new ArrayList<>();
        for (Term term : terms.wanted()) words.add(allOf(term));
        for (Term term : terms.unwanted()) if (!isPhrase(term)) words.add("!" + allOf(term));
        conditions.add("(" + inAny(MORE) + "|(" + String.join("&", words) + "))");
        return String.join("&", conditions);
    }

    /** Whether the order of words matters. */
    private static boolean hasPhrases(SearchTerms terms) {
        return Stream.concat(terms.wanted().stream(), terms.unwanted().stream()).anyMatch(VectorSearch::isPhrase);
    }

    private static boolean isPhrase(Term term) {
        return term.words().size() > 1;
    }

    private static String allOf(Term term) {
        return term.words().stream().map(VectorSearch::inAny).collect(Collectors.joining("&"))
                + (term.prefix() ? ":*" : "");
    }

    /** Words and marks consist of letters, digits and signs, none of which ends the quotes. */
    private static String inAny(String word) {
        return "'" + BLOCK + "=" + word + "'";
    }

    /** Makes a question of one that is for any block. */
    private static String inBlock(String question, String block) {
        return inBlock(question, block, "tsquery");
    }

    private static String inBlock(String words, String block, String type) {
        return "CAST(replace(" + words + ", '" + BLOCK + "', CAST(" + block + " AS text)) AS " + type + ")";
    }
}
