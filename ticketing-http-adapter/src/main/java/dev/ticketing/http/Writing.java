package dev.ticketing.http;

import dev.ticketing.Agent;
import dev.ticketing.Answer;
import dev.ticketing.Condition;
import dev.ticketing.Desk;
import dev.ticketing.DeskReads;
import dev.ticketing.EntryId;
import dev.ticketing.IdempotencyKey;
import dev.ticketing.Portal;
import dev.ticketing.PortalReads;
import dev.ticketing.Requester;
import dev.ticketing.TicketId;
import dev.ticketing.TicketRef;
import dev.ticketing.error.InvalidInputException;
import dev.ticketing.error.LimitedException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One write: the request's conditions and idempotency key, the faults found so far, and an answer that is rendered before the
 * commit. A request with faults is run, too, so that core adds what it finds wrong; its answer then refuses to be rendered, which
 * rolls everything back. Used once, by one thread.
 */
final class Writing {

    private final Exchange exchange;
    private final Faults faults;
    private final WirePaths paths;
    private final Optional<IdempotencyKey> key;
    private Optional<Long> version = Optional.empty();
    private Optional<Refused> refusal = Optional.empty();

    /**
     * Prepares a write.
     *
     * @param exchange the request
     * @param body the bytes that make two requests under one key the same
     * @param faults what is wrong so far
     * @param paths how core's fields are called in the body
     */
    Writing(Exchange exchange, byte[] body, Faults faults, WirePaths paths) {
        this.exchange = exchange;
        this.faults = faults;
        this.paths = paths;
        this.key = IdempotencyHeader.of(exchange, body, faults);
    }

    /** Renders the answer of a write. */
    @FunctionalInterface
    interface Rendering<R> {

        /** Makes the answer from what is being committed. */
        StoredAnswer render(TicketId ticket, List<EntryId> entries, R reads);
    }

    /** Heeds {@code If-Match}; for writes to a ticket that is there. */
    Writing on(TicketRef ticket) {
        version = IfMatch.version(exchange.request(), faults, () -> currentVersion(ticket));
        return this;
    }

    /** Refuses the write, unless an earlier one under the same key was let through: that one's answer comes again. */
    Writing refuseUnlessReplayed(Refused refused) {
        refusal = Optional.of(refused);
        return this;
    }

    /** Acts as the requester. */
    Reply asRequester(Requester requester, Rendering<PortalReads> rendering, Consumer<Portal> act) {
        Answer<PortalReads> answer = answer(rendering);
        Portal portal = exchange.ticketing().portal(requester).answering(answer);
        if (version.isPresent()) portal = portal.when(Condition.version(version.get()));
        if (key.isPresent()) portal = portal.once(key.get());
        return run(answer, act, portal);
    }

    /** Acts as the agent. */
    Reply asAgent(Agent agent, Rendering<DeskReads> rendering, Consumer<Desk> act) {
        Answer<DeskReads> answer = answer(rendering);
        Desk desk = exchange.ticketing().desk(agent).answering(answer);
        if (version.isPresent()) desk = desk.when(condition(version.get()));
        if (key.isPresent()) desk = desk.once(key.get());
        return run(answer, act, desk);
    }

    private <R> Answer<R> answer(Rendering<R> rendering) {
        return new Answer<>((ticket, entries, reads) -> {
            faults.refuseIfAny();
            if (refusal.isPresent()) throw refusal.get();
            return rendering.render(ticket, entries, reads).frame();
        });
    }

    private <D> Reply run(Answer<?> answer, Consumer<D> act, D door) {
        try {
            act.accept(door);
        } catch (InvalidInputException e) {
            paths.addTo(faults, e);
            throw Refused.fields(faults.list());
        } catch (LimitedException e) {
            faults.refuseIfAny();
            throw e;
        }
        return reply(answer);
    }

    /** Sends what was rendered, now or by the first run under the same key. */
    static Reply reply(Answer<?> answer) {
        Reply reply = StoredAnswer.parse(answer.bytes()).reply();
        return answer.replayed() ? reply.header(IdempotencyHeader.REPLAYED, "true") : reply;
    }

    private Condition condition(long wanted) {
        return exchange.surface().showsPortalTruth() ? Condition.portalVersion(wanted) : Condition.version(wanted);
    }

    private long currentVersion(TicketRef ticket) {
        if (exchange.surface().showsPortalTruth())
            return exchange.portalReads().get(ticket).version();
        return exchange.ticketing().desk((Agent) exchange.caller()).get(ticket).version();
    }
}
