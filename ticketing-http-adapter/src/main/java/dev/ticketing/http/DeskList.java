package dev.ticketing.http;

import dev.ticketing.AgentId;
import dev.ticketing.DeskReads;
import dev.ticketing.ExternalId;
import dev.ticketing.Page;
import dev.ticketing.Settings;
import dev.ticketing.Status;
import dev.ticketing.StatusKey;
import dev.ticketing.Ticket;
import dev.ticketing.TicketQuery;
import dev.ticketing.TicketQuery.Order;
import dev.ticketing.error.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code GET /api/v2/desk/tickets}: lists and searches tickets, or looks one up by the host's own id. */
final class DeskList {

    private static final int PAGE = 20;
    private static final WirePaths NAMES = new WirePaths(Map.of("text", "q"));
    private static final Map<String, Order> ORDERS = new LinkedHashMap<>();

    static {
        for (Order order : Order.values()) ORDERS.put(DeskTicketBody.word(order), order);
    }

    private DeskList() {}

    static Reply handle(Exchange exchange) {
        return exchange.query().value("externalId", new Faults()).isPresent() ? lookUp(exchange) : search(exchange);
    }

    /** The host's own id names one ticket, so that nothing else can be asked beside it. */
    private static Reply lookUp(Exchange exchange) {
        DeskParameters parameters = DeskParameters.of(exchange, "externalId");
        Optional<ExternalId> id = parameters.filter("externalId", ExternalId::of);
        parameters.refuseIfBroken();
        Optional<Ticket> found = id.flatMap(DeskRead.desk(exchange)::find);
        return page(found.map(List::of).orElse(List.of()), Optional.empty());
    }

    private static Reply search(Exchange exchange) {
        DeskParameters parameters = DeskParameters.of(
                exchange, "status", "priority", "category", "department", "assignee", "q", "order", "cursor", "limit");
        TicketQuery query = query(parameters, exchange.settings());
        CursorParameter cursor = CursorParameter.of(exchange, parameters.bound());
        Optional<Page.Cursor> place = parameters.place(cursor);
        parameters.refuseIfBroken();
        Page<Ticket> page =
                search(DeskRead.desk(exchange), place.map(query::after).orElse(query));
        return page(page.items(), cursor.write(page.next()));
    }

    private static TicketQuery query(DeskParameters parameters, Settings settings) {
        Optional<AgentId> assignee = parameters.filter("assignee", AgentId::of);
        Optional<String> text = parameters.filter("q", Function.identity());
        Optional<Order> order = parameters.oneOf("order", ORDERS);
        if (text.isPresent() && order.isPresent() && order.get() != Order.CREATED)
            parameters.refuse("order", "must be created together with q; what is found comes newest first");
        TicketQuery query = TicketQuery.all()
                .statuses(
                        parameters.filters("status", key -> status(settings, key), "must be a status of the lifecycle"))
                .priorities(parameters.filters(
                        "priority", word -> Optional.ofNullable(Priorities.ALL.get(word)), "must be a priority"))
                .categories(
                        parameters.filters("category", category -> category(settings, category), "must be a category"))
                .departments(
                        parameters.filters("department", slug -> department(settings, slug), "must be a department"))
                .order(order.orElse(Order.CREATED))
                .limit(parameters.limit(PAGE, TicketQuery.MAX_LIMIT));
        if (assignee.isPresent()) query = query.assignee(assignee.get());
        return text.isPresent() ? query.text(text.get()) : query;
    }

    private static Optional<StatusKey> status(Settings settings, String key) {
        return settings.lifecycle().statuses().stream()
                .map(Status::key)
                .filter(known -> known.value().equals(key))
                .findFirst();
    }

    private static Optional<String> category(Settings settings, String category) {
        return Optional.of(category).filter(settings.categories()::contains);
    }

    private static Optional<String> department(Settings settings, String slug) {
        return settings.department(slug).map(known -> slug);
    }

    private static Page<Ticket> search(DeskReads desk, TicketQuery query) {
        try {
            return desk.search(query);
        } catch (InvalidInputException e) {
            Faults faults = new Faults();
            NAMES.addTo(faults, e);
            throw Refused.query(faults.list());
        }
    }

    private static Reply page(List<Ticket> tickets, Optional<String> nextCursor) {
        return Reply.ok(new JsonObject()
                .put("data", tickets, DeskTicketBody::row)
                .put("hasMore", nextCursor.isPresent())
                .put("nextCursor", nextCursor));
    }
}
