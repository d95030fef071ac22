package dev.ticketing.memory;

import dev.ticketing.AgentId;
import dev.ticketing.Audience;
import dev.ticketing.Page;
import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import dev.ticketing.TicketQuery.Order;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.SearchTerms;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One page of tickets: filtered, ordered from the newest on, cut after a place. A search goes by the order in which tickets were
 * opened, as the numbers of one tenant tell it, whatever the clock said.
 */
final class Listing {

    private final TicketQuery query;
    private final TicketField<Instant> by;
    private final Optional<WordSearch> words;
    private final Function<TicketId, Optional<Long>> numbers;

    Listing(Access access, TicketQuery query, Function<TicketId, Optional<Long>> numbers) {
        this.query = query;
        this.numbers = numbers;
        this.by = orderedBy(access.audience(), query.text().isPresent() ? Order.CREATED : query.order());
        this.words = query.text().map(SearchTerms::parse).map(terms -> new WordSearch(terms, access));
    }

    Page<TicketState> of(Stream<TicketRow> rows) {
        List<TicketState> rest = rows.filter(
                        row -> words.isEmpty() || words.get().match(row))
                .map(TicketRow::state)
                .filter(this::isWanted)
                .sorted(words.isPresent() ? lastOpenedFirst() : newestFirst())
                .filter(words.isPresent() ? wasOpenedBeforePlace() : this::isAfterPlace)
                .skip(query.skip())
                .toList();
        List<TicketState> page = rest.subList(0, Math.min(query.limit(), rest.size()));
        if (page.size() == rest.size()) return new Page<>(page, Optional.empty());
        TicketState last = page.get(page.size() - 1);
        return new Page<>(page, Optional.of(new Page.Cursor(last.get(by), last.id())));
    }

    private boolean isWanted(TicketState ticket) {
        Optional<AgentId> assignee = query.assignee();
        return anyOf(query.statuses(), ticket.get(TicketField.STATUS))
                && anyOf(query.priorities(), ticket.get(TicketField.PRIORITY))
                && anyOf(query.categories(), ticket.get(TicketField.CATEGORY))
                && anyOf(query.departments(), ticket.get(TicketField.DEPARTMENT))
                && (assignee.isEmpty() || assignee.equals(ticket.find(TicketField.ASSIGNEE)));
    }

    private static <T> boolean anyOf(Set<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private boolean isAfterPlace(TicketState ticket) {
        return query.after()
                .map(place -> {
                    int order = ticket.get(by).compareTo(place.at());
                    return order < 0
                            || (order == 0
                                    && ticket.id().value().compareTo(place.id().value()) < 0);
                })
                .orElse(true);
    }

    private static Comparator<TicketState> lastOpenedFirst() {
        return Comparator.comparing((TicketState ticket) -> ticket.get(TicketField.NUMBER))
                .reversed();
    }

    private Predicate<TicketState> wasOpenedBeforePlace() {
        long place = query.after()
                .map(cursor -> numbers.apply(cursor.id()).orElse(0L))
                .orElse(Long.MAX_VALUE);
        return ticket -> ticket.get(TicketField.NUMBER) < place;
    }

    private Comparator<TicketState> newestFirst() {
        Comparator<TicketState> oldestFirst = Comparator.comparing((TicketState ticket) -> ticket.get(by))
                .thenComparing(ticket -> ticket.id().value());
        return oldestFirst.reversed();
    }

    private static TicketField<Instant> orderedBy(Audience audience, Order order) {
        return switch (order) {
            case CREATED -> TicketField.CREATED_AT;
            case LAST_MESSAGE -> TicketField.LAST_MESSAGE_AT;
            case UPDATED -> audience == Audience.DESK ? TicketField.UPDATED_AT : TicketField.PORTAL_UPDATED_AT;
        };
    }
}
