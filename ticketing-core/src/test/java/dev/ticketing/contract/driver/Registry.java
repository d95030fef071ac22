package dev.ticketing.contract.driver;

import dev.ticketing.TenantId;
import dev.ticketing.TicketQuery;
import dev.ticketing.contract.driver.Case.Entry;
import dev.ticketing.contract.driver.Step.By;
import dev.ticketing.contract.driver.Step.Changes;
import dev.ticketing.contract.driver.Step.Conversation;
import dev.ticketing.contract.driver.Step.Counting;
import dev.ticketing.contract.driver.Step.Get;
import dev.ticketing.contract.driver.Step.History;
import dev.ticketing.contract.driver.Step.Listing;
import dev.ticketing.contract.driver.Step.Name;
import dev.ticketing.contract.driver.Step.Read;
import dev.ticketing.error.ErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The model's tickets, and what it foretells of reads. */
final class Registry {

    private static final int HISTORY = 100;
    private static final int MOST_PAGES = 40;

    private final List<Case> all = new ArrayList<>();
    private final Map<Integer, Integer> named = new HashMap<>();

    void add(int name, Case ticket) {
        ticket.ordinal = all.size();
        all.add(ticket);
        named.putIfAbsent(name, ticket.ordinal);
    }

    void replace(Case ticket) {
        all.set(ticket.ordinal, ticket);
    }

    Case now(Case ticket) {
        return all.get(ticket.ordinal);
    }

    boolean isExternalTaken(TenantId tenant, Optional<String> external) {
        return external.isPresent()
                && all.stream().anyMatch(it -> it.tenant.equals(tenant) && it.external.equals(external));
    }

    /** What the words of a reference are, so that two ways of saying the same are the same. */
    Object ref(Name name) {
        if (name.by() == By.EXTERNAL || name.by() == By.UPPER_CASE_EXTERNAL) return external(name);
        return name;
    }

    private String external(Name name) {
        Integer ordinal = named.get(name.ticket());
        String external =
                ordinal == null ? "nothing" : all.get(ordinal).external.orElse("nothing");
        return name.by() == By.EXTERNAL ? external : external.toUpperCase(Locale.ROOT);
    }

    Optional<Case> find(Who who, Name name) {
        Stream<Case> found = switch (name.by()) {
            case ID, NUMBER -> byName(name);
            case UPPER_CASE_ID, PADDED_ID -> Stream.of();
            case EXTERNAL, UPPER_CASE_EXTERNAL ->
                all.stream()
                        .filter(it -> it.tenant.equals(who.caller().tenant()))
                        .filter(it -> it.external.equals(Optional.of(external(name))));
        };
        return found.filter(it -> it.isVisibleTo(who)).findFirst();
    }

    private Stream<Case> byName(Name name) {
        return Optional.ofNullable(named.get(name.ticket())).map(all::get).stream();
    }

    Foretold read(Read read) {
        boolean desk = read.by().isStaff() && !read.asPortal();
        if (read.question() instanceof Counting) return counts(read.by());
        if (read.question() instanceof Listing list) return list(read.by(), desk, list.query());
        if (read.question() instanceof Changes changes && desk) return changes(read.by(), changes);
        if (read.question() instanceof Get get) return about(read.by(), get.ticket(), it -> Facts.of(it, desk));
        if (read.question() instanceof Conversation part)
            return about(read.by(), part.ticket(), it -> thread(it, part, desk));
        if (read.question() instanceof History history && desk)
            return about(read.by(), history.ticket(), it -> Map.of("versions", versions(it, history)));
        return Foretold.unknown();
    }

    private Foretold about(Who who, Name name, Function<Case, Map<String, Object>> facts) {
        return find(who, name)
                .map(it -> Foretold.facts(facts.apply(it)))
                .orElse(Foretold.refused(ErrorCode.TICKET_NOT_FOUND));
    }

    private static Map<String, Object> thread(Case ticket, Conversation part, boolean desk) {
        Map<String, Object> facts = Facts.of(ticket, desk);
        facts.put(
                "texts",
                ticket.entries.stream()
                        .filter(entry -> desk || entry.portalSeq() > 0)
                        .filter(entry -> (desk ? entry.seq() : entry.portalSeq()) > part.afterSeq())
                        .limit(part.limit())
                        .map(Entry::text)
                        .toList());
        return facts;
    }

    private static List<Long> versions(Case ticket, History history) {
        return LongStream.rangeClosed(history.afterVersion() + 1, ticket.version)
                .limit(HISTORY)
                .boxed()
                .toList();
    }

    /** Who sees all tickets sees all events of the tenant, without a gap. */
    private Foretold changes(Who who, Changes changes) {
        if (!who.agent().departments().isEmpty()) return Foretold.unknown();
        long events = all.stream()
                .filter(it -> it.isVisibleTo(who))
                .mapToLong(it -> it.version)
                .sum();
        return Foretold.facts(Map.of(
                "positions",
                LongStream.rangeClosed(changes.after() + 1, events)
                        .limit(changes.limit())
                        .boxed()
                        .toList()));
    }

    private Foretold counts(Who who) {
        Map<String, Long> rows = new TreeMap<>();
        all.stream()
                .filter(it -> it.isVisibleTo(who))
                .forEach(it -> rows.merge(it.status + " " + it.priority + " " + it.category, 1L, Long::sum));
        return Foretold.facts(Map.of(
                "rows",
                rows.entrySet().stream()
                        .map(row -> row.getKey() + " " + row.getValue())
                        .sorted()
                        .toList()));
    }

    private Foretold list(Who who, boolean desk, TicketQuery query) {
        if (!who.isStaff() && query.assignee().isPresent()) return Foretold.refused(ErrorCode.FORBIDDEN);
        if (query.text().isPresent()) return Foretold.unknown();
        List<Integer> found = all.stream()
                .filter(it -> it.isVisibleTo(who))
                .filter(it -> query.statuses().isEmpty()
                        || query.statuses().stream().anyMatch(key -> key.value().equals(it.status)))
                .filter(it -> query.priorities().isEmpty() || query.priorities().contains(it.priority))
                .filter(it -> query.categories().isEmpty() || query.categories().contains(it.category))
                .filter(it ->
                        query.departments().isEmpty() || query.departments().contains(it.department))
                .filter(it -> query.assignee().isEmpty()
                        || it.assignee.equals(query.assignee().map(agent -> agent.value())))
                .sorted(Comparator.<Case, Instant>comparing(it -> at(it, query.order(), desk))
                        .thenComparing(it -> it.created)
                        .thenComparing(it -> it.ordinal)
                        .reversed())
                .skip(query.skip())
                .limit((long) MOST_PAGES * query.limit())
                .map(it -> it.ordinal)
                .toList();
        return Foretold.facts(Map.of("tickets", found));
    }

    private static Instant at(Case ticket, TicketQuery.Order order, boolean desk) {
        return switch (order) {
            case CREATED -> ticket.created;
            case LAST_MESSAGE -> ticket.lastMessage;
            case UPDATED -> desk ? ticket.updated : ticket.portalUpdated;
        };
    }
}
