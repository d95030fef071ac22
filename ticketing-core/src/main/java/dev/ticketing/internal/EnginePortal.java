package dev.ticketing.internal;

import dev.ticketing.Answer;
import dev.ticketing.Command;
import dev.ticketing.Condition;
import dev.ticketing.FileDraft;
import dev.ticketing.IdempotencyKey;
import dev.ticketing.MessageDraft;
import dev.ticketing.Portal;
import dev.ticketing.PortalReads;
import dev.ticketing.PortalThread.PortalMessage;
import dev.ticketing.PortalTicket;
import dev.ticketing.Requester;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketRef;
import dev.ticketing.Upload;

/** A portal over the engine. */
final class EnginePortal extends PortalView implements Portal {

    private final Engine engine;
    private final Requester requester;
    private final Session<PortalReads> session;

    EnginePortal(Engine engine, Requester requester, Session<PortalReads> session) {
        super(engine.viewing(session));
        this.engine = engine;
        this.requester = requester;
        this.session = session;
    }

    @Override
    public PortalTicket open(TicketDraft draft) {
        return projection().portal(engine.open(session, requester, draft).ticket());
    }

    @Override
    public PortalMessage reply(TicketRef ticket, MessageDraft draft) {
        return Projection.portalMessage(engine.say(session, ticket, new Command.Reply(draft)));
    }

    @Override
    public PortalTicket apply(TicketRef ticket, Command.ByRequester... commands) {
        return projection().portal(engine.apply(session, ticket, commands).ticket());
    }

    @Override
    public Upload upload(FileDraft file) {
        return Uploads.upload(engine, session, file);
    }

    @Override
    public Portal when(Condition... conditions) {
        return new EnginePortal(engine, requester, session.when(conditions));
    }

    @Override
    public Portal once(IdempotencyKey key) {
        return new EnginePortal(engine, requester, session.once(key));
    }

    @Override
    public Portal answering(Answer<PortalReads> answer) {
        return new EnginePortal(engine, requester, session.answering(answer));
    }

    private Projection projection() {
        return new Projection(engine.settings(), session.caller().author().id());
    }
}
