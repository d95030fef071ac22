package dev.ticketing.jdbc;

import dev.ticketing.AccountId;
import dev.ticketing.Audience;
import dev.ticketing.TenantId;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.SearchTerms;
import dev.ticketing.spi.SearchTerms.Term;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of words for MariaDB, whose own full-text index shows rows after their commit only. A search walks the entries that
 * have its longest word, from the newest on, and looks for everything else in each one's list of words.
 */
final class WordSearch extends CandidateSearch {

    /** How many rows one statement inserts. */
    private static final int ROWS = 200;

    /**
     * How many blocks a search begins with: rows of one word come in order, and end with the page. Those of all words that begin
     * alike have to be sorted first.
     */
    private static final int FIRST = 8;

    private static final String WORDS_OF_ENTRY = """
            SELECT words FROM ticketing_search_entry WHERE ticket_key = ? AND seq = ?
            """;

    private static final String ADD_ENTRY = """
            INSERT INTO ticketing_search_entry (words, ticket_key, seq) VALUES (?, ?, ?)
            """;

    private static final String EDIT_ENTRY = """
            UPDATE ticketing_search_entry SET words = ? WHERE ticket_key = ? AND seq = ?
            """;

    /** A list, since rows of values would say the same many times, which the client has to write. */
    private static final String ADD_WORDS = """
            INSERT INTO ticketing_search (tenant_scope, block, word, ticket_key, seq, portal_scope)
            SELECT ?, ? >> (BITS), word, ?, ?, ? FROM JSON_TABLE(?, '$[*]' COLUMNS (word VARBINARY(256) PATH '$')) list
            """.replace("(BITS)", Integer.toString(WordBlocks.BITS));

    private static final String DROP_WORDS = """
            DELETE FROM ticketing_search
            WHERE tenant_scope = ? AND block = ? AND ticket_key = ? AND seq = ? AND word IN (%s)
            """;

    private static final String BLOCKS = """
            SELECT min(block) AS oldest, max(block) AS newest FROM ticketing_search s FORCE INDEX (%s) WHERE %s
            """;

    /** The tables are taken in the order in which they stand: first the index, hit by hit. */
    private static final String CANDIDATES = """
            SELECT STRAIGHT_JOIN s.ticket_key, s.seq, t.created_at AS placed_at, t.id
            FROM ticketing_search s FORCE INDEX (%s)
            %sJOIN ticketing_ticket t ON t.ticket_key = s.ticket_key
            WHERE %s
            ORDER BY s.block DESC, s.ticket_key DESC, s.seq DESC LIMIT ?
            """;

    private static final String WITH_LIST = """
            JOIN ticketing_search_entry e ON e.ticket_key = s.ticket_key AND e.seq = s.seq
            """;

    WordSearch(Sql sql) {
        super(sql);
    }

    @Override
    void index(TicketKey ticket, TicketState state, List<IndexedEntry> entries) {
        for (IndexedEntry entry : entries) {
            if (!entry.fresh()) drop(ticket, state, entry.seq());
            sql.later(entry.fresh() ? ADD_ENTRY : EDIT_ENTRY, entry.listed(), ticket, entry.seq());
            inParts(entry.words(), words -> add(ticket, state, entry, words));
        }
    }

    private void add(TicketKey ticket, TicketState state, IndexedEntry entry, List<String> words) {
        Object portal = entry.isPublic() ? portal(state.tenant(), state.get(TicketField.ACCOUNT)) : Absent.NUMBER;
        sql.later(ADD_WORDS, tenant(state.tenant()), ticket, ticket, entry.seq(), portal, json(words));
    }

    /** Words consist of letters and digits, so that none has to be escaped. */
    private static String json(List<String> words) {
        return words.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }

    /** Each row by its key: whoever looks for those of an entry otherwise meets, and locks, those of others. */
    private void drop(TicketKey ticket, TicketState state, long seq) {
        String before = sql.first(WORDS_OF_ENTRY, row -> Columns.string(row, "words"), ticket, seq)
                .orElse("");
        if (!before.isBlank())
            inParts(List.of(before.strip().split(" ")), words -> {
                List<Object> values =
                        new ArrayList<>(List.of(tenant(state.tenant()), WordBlocks.of(ticket.value()), ticket, seq));
                values.addAll(words);
                sql.later(DROP_WORDS.formatted(TicketTable.placeholders(words.size())), values.toArray());
            });
    }

    /** Gives each word once, so many at a time. */
    private static void inParts(List<String> words, Consumer<List<String>> each) {
        List<String> once = List.copyOf(new TreeSet<>(words));
        for (int from = 0; from < once.size(); from += ROWS)
            each.accept(once.subList(from, Math.min(from + ROWS, once.size())));
    }

    private static long tenant(TenantId tenant) {
        return ScopeWords.number(ScopeWords.tenant(tenant));
    }

    private static long portal(TenantId tenant, AccountId account) {
        return ScopeWords.number(ScopeWords.account(tenant, account));
    }

    /** Whose entries are walked, along which index, and which of them are shown. An account's public ones stand together. */
    private record Scope(String index, Where whose, Where shown) {

        static Scope of(Access access) {
            boolean portal = access.audience() == Audience.PORTAL;
            if (portal && access.account().isPresent())
                return new Scope(
                        "ix_ticketing_search__portal_scope",
                        new Where()
                                .and(
                                        "s.portal_scope = ?",
                                        portal(access.tenant(), access.account().get())),
                        new Where());
            return new Scope(
                    "PRIMARY",
                    new Where().and("s.tenant_scope = ?", tenant(access.tenant())),
                    portal ? new Where().and("s.portal_scope IS NOT NULL") : new Where());
        }
    }

    @Override
    List<Candidate> candidates(Access access, SearchTerms terms, Where tickets, Place before, int most) {
        Walk walk = Walk.of(Scope.of(access), terms);
        Where wanted = new Where()
                .and(walk.where())
                .and(walk.scope().shown())
                .and(WordScan.of(walk.rest()))
                .and(before.before())
                .and(tickets);
        List<Candidate> found = new ArrayList<>();
        for (WordBlocks left = blocks(walk, before); !left.isEmpty() && found.size() < most; left = left.rest())
            found.addAll(inBlocks(walk, left.step(), wanted, most - found.size()));
        return found;
    }

    private WordBlocks blocks(Walk walk, Place before) {
        Scope scope = walk.scope();
        return sql.first(
                        BLOCKS.formatted(scope.index(), scope.whose().sql()),
                        row -> new WordBlocks(
                                Math.min(row.getLong("newest"), WordBlocks.of(before.ticket())),
                                row.getLong("oldest"),
                                walk.beginning() ? 1 : FIRST),
                        scope.whose().values())
                .orElseThrow();
    }

    private List<Candidate> inBlocks(Walk walk, List<Long> blocks, Where wanted, int most) {
        Where where = new Where()
                .and(walk.scope().whose())
                .and("s.block IN (" + TicketTable.placeholders(blocks.size()) + ")", blocks.toArray())
                .and(wanted);
        List<Object> values = new ArrayList<>(Arrays.asList(where.values()));
        values.add(most);
        return sql.list(
                CANDIDATES.formatted(walk.scope().index(), walk.saysAll() ? "" : WITH_LIST, where.sql()),
                row -> new Candidate(TicketList.Spot.of(row), row.getLong("seq"), true),
                values.toArray());
    }

    /** The rows that are walked: of a word or of all that begin alike. What else is wanted stands in {@code rest}. */
    private record Walk(Scope scope, String word, boolean beginning, SearchTerms rest) {

        /** Takes what is probably rarest: a long word, and no mere beginning unless there is nothing else. */
        static Walk of(Scope scope, SearchTerms terms) {
            return terms.wanted().stream()
                    .flatMap(term -> IntStream.range(0, term.words().size()).mapToObj(i -> of(scope, terms, term, i)))
                    .min(Comparator.comparing(Walk::beginning)
                            .thenComparing(walk -> -walk.word().length()))
                    .orElseThrow();
        }

        private static Walk of(Scope scope, SearchTerms terms, Term term, int i) {
            boolean last = i == term.words().size() - 1;
            List<Term> others = new ArrayList<>(terms.wanted());
            if (term.words().size() == 1) others.remove(term);
            return new Walk(
                    scope, term.words().get(i), last && term.prefix(), new SearchTerms(others, terms.unwanted()));
        }

        boolean saysAll() {
            return rest.wanted().isEmpty() && rest.unwanted().isEmpty();
        }

        /** Words consist of letters and digits, so that none of them is a pattern by itself. */
        Where where() {
            return beginning ? new Where().and("s.word LIKE ?", word + "%") : new Where().and("s.word = ?", word);
        }
    }
}
