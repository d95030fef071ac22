package dev.ticketing.http;

import dev.ticketing.Agent;
import dev.ticketing.Condition;
import dev.ticketing.Desk;
import dev.ticketing.DeskReads;
import dev.ticketing.TicketRef;
import dev.ticketing.error.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A write under {@code /api/v2/desk}: the request, its body, and what is wrong with it so far. Used once, by one thread.
 *
 * @param exchange the request
 * @param body its bytes
 * @param json its fields
 * @param faults what is wrong so far
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DeskWrite(Exchange exchange, byte[] body, Fields json, Faults faults) {

    /** The field of every write to a ticket that says what the writer has read. */
    static final String SEEN_UP_TO = "seenUpTo";

    /** Reads a body that must be there. */
    static DeskWrite of(Exchange exchange) {
        return of(exchange, RequestBody.required(exchange.request()));
    }

    /** Reads a body that may be left out, which is the same as one without fields. */
    static DeskWrite ofOptional(Exchange exchange) {
        byte[] body = RequestBody.optional(exchange.request());
        return of(exchange, body.length > 0 ? body : "{}".getBytes(StandardCharsets.UTF_8));
    }

    private static DeskWrite of(Exchange exchange, byte[] body) {
        Faults faults = new Faults();
        return new DeskWrite(exchange, body, Fields.of(body, faults), faults);
    }

    /** Runs what makes a new ticket. */
    Reply open(DeskPaths paths, Writing.Rendering<DeskReads> rendering, Consumer<Desk> act) {
        return writing().asAgent(agent(), rendering, translated(paths, act));
    }

    /** Runs what is done to the ticket of the path, if the conditions of header and body hold. */
    Reply toTicket(DeskPaths paths, Writing.Rendering<DeskReads> rendering, BiConsumer<Desk, TicketRef> act) {
        TicketRef ticket = TicketRefs.idOrNumber(exchange.variable("id"));
        Optional<Long> seenUpTo = json.wholeNumber(SEEN_UP_TO);
        if (seenUpTo.orElse(0L) < 0) faults.invalid("/" + SEEN_UP_TO, "must be a whole number from 0");
        Condition[] seen = seenUpTo.filter(seq -> seq >= 0).stream()
                .map(Condition::seenUpTo)
                .toArray(Condition[]::new);
        Consumer<Desk> conditional = desk -> act.accept(desk.when(seen), ticket);
        return writing().on(ticket).asAgent(agent(), rendering, translated(paths, conditional));
    }

    private Writing writing() {
        return new Writing(exchange, body, faults, WirePaths.SAME);
    }

    private Agent agent() {
        return (Agent) exchange.caller();
    }

    /** Says core's violations in this surface's names before anybody says them in core's. */
    private Consumer<Desk> translated(DeskPaths paths, Consumer<Desk> act) {
        return desk -> {
            try {
                act.accept(desk);
            } catch (InvalidInputException e) {
                paths.addTo(faults, e);
                throw Refused.fields(faults.list());
            }
        };
    }
}
