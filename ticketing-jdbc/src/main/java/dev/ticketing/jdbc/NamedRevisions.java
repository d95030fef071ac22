package dev.ticketing.jdbc;

import dev.ticketing.spi.NamedTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The words that some events name, from the rows that can be erased. */
final class NamedRevisions {

    /** Tickets asked for in one statement: each adds a condition, and engines have limits for these. */
    private static final int TICKETS = 100;

    private static final String REVISIONS = """
            SELECT ticket_key, revision, text, author FROM ticketing_revision WHERE
            """;

    private final Map<Name, Words> words = new HashMap<>();

    private NamedRevisions() {}

    /** A revision of a ticket. */
    private record Name(long ticket, long revision) {}

    private record Words(String text, Optional<String> author) {}

    static NamedRevisions read(Sql sql, List<InFeed> events) {
        Map<Long, Set<Long>> named = new TreeMap<>();
        for (InFeed event : events) {
            Set<Long> revisions = NamedTexts.of(event.event());
            if (!revisions.isEmpty())
                named.computeIfAbsent(event.ticket(), ticket -> new TreeSet<>()).addAll(revisions);
        }
        NamedRevisions found = new NamedRevisions();
        List<Long> tickets = List.copyOf(named.keySet());
        for (int from = 0; from < tickets.size(); from += TICKETS) {
            Map<Long, Set<Long>> part = new TreeMap<>(named);
            part.keySet().retainAll(Set.copyOf(tickets.subList(from, Math.min(from + TICKETS, tickets.size()))));
            found.read(sql, part);
        }
        return found;
    }

    private void read(Sql sql, Map<Long, Set<Long>> named) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        named.forEach((ticket, revisions) -> {
            conditions.add("(ticket_key = ? AND revision IN (" + TicketTable.placeholders(revisions.size()) + "))");
            values.add(ticket);
            values.addAll(revisions);
        });
        sql.list(
                        REVISIONS + String.join(" OR ", conditions),
                        row -> Map.entry(
                                new Name(row.getLong("ticket_key"), row.getLong("revision")),
                                new Words(Columns.string(row, "text"), Columns.optional(row, "author"))),
                        values.toArray())
                .forEach(found -> words.put(found.getKey(), found.getValue()));
    }

    Map<Long, String> texts(InFeed event) {
        Map<Long, String> texts = new LinkedHashMap<>();
        for (long revision : NamedTexts.of(event.event())) {
            Words found = words.get(new Name(event.ticket(), revision));
            if (found != null) texts.put(revision, found.text());
        }
        return texts;
    }

    Optional<String> author(InFeed event) {
        return event.event()
                .entry()
                .flatMap(entry -> Optional.ofNullable(words.get(new Name(event.ticket(), entry.revision()))))
                .flatMap(Words::author);
    }
}
