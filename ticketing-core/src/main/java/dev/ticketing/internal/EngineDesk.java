package dev.ticketing.internal;

import dev.ticketing.Answer;
import dev.ticketing.Command;
import dev.ticketing.Condition;
import dev.ticketing.Desk;
import dev.ticketing.DeskReads;
import dev.ticketing.FileDraft;
import dev.ticketing.IdempotencyKey;
import dev.ticketing.MessageDraft;
import dev.ticketing.Requester;
import dev.ticketing.Ticket;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketRef;
import dev.ticketing.TicketThread.Message;
import dev.ticketing.TicketThread.Note;
import dev.ticketing.Upload;
import java.util.Objects;

/** A desk over the engine. */
final class EngineDesk extends DeskView implements Desk {

    private final Engine engine;
    private final Session<DeskReads> session;

    EngineDesk(Engine engine, Session<DeskReads> session) {
        super(engine.viewing(session));
        this.engine = engine;
        this.session = session;
    }

    @Override
    public Ticket open(Requester customer, TicketDraft draft) {
        Objects.requireNonNull(customer, "customer == null");
        Requester owner = customer.tenant(session.caller().tenant());
        return projection().desk(engine.open(session, owner, draft).ticket());
    }

    @Override
    public Ticket apply(TicketRef ticket, Command... commands) {
        return projection().desk(engine.apply(session, ticket, commands).ticket());
    }

    @Override
    public Message reply(TicketRef ticket, MessageDraft draft) {
        return (Message) written(ticket, new Command.Reply(draft));
    }

    @Override
    public Note note(TicketRef ticket, MessageDraft draft) {
        return (Note) written(ticket, new Command.AddNote(draft));
    }

    @Override
    public Upload upload(FileDraft file) {
        return Uploads.upload(engine, session, file);
    }

    @Override
    public Desk when(Condition... conditions) {
        return new EngineDesk(engine, session.when(conditions));
    }

    @Override
    public Desk once(IdempotencyKey key) {
        return new EngineDesk(engine, session.once(key));
    }

    @Override
    public Desk answering(Answer<DeskReads> answer) {
        return new EngineDesk(engine, session.answering(answer));
    }

    private Object written(TicketRef ticket, Command command) {
        return Projection.entry(engine.say(session, ticket, command));
    }

    private Projection projection() {
        return new Projection(engine.settings(), session.caller().author().id());
    }
}
