package dev.ticketing.contract.driver;

import dev.ticketing.Desk;
import dev.ticketing.DeskReads;
import dev.ticketing.FileDraft;
import dev.ticketing.Portal;
import dev.ticketing.PortalReads;
import dev.ticketing.PortalTicket;
import dev.ticketing.Ticket;
import dev.ticketing.TicketDraft;
import dev.ticketing.Ticketing;
import dev.ticketing.contract.TestClock;
import dev.ticketing.contract.World;
import dev.ticketing.contract.driver.Step.Act;
import dev.ticketing.contract.driver.Step.Open;
import dev.ticketing.contract.driver.Step.Pass;
import dev.ticketing.contract.driver.Step.Read;
import dev.ticketing.contract.driver.Step.Sweep;
import dev.ticketing.contract.driver.Step.Upload;
import dev.ticketing.error.TicketingException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** One engine over one storage that runs a program. */
final class Subject {

    private final TestClock clock = new TestClock(World.START);
    private final Place place;
    private final Ticketing ticketing;
    private final Bindings bindings;
    private final Sight sight = new Sight();

    Subject(Place place) {
        this.place = place;
        ticketing = place.open(World.settings(clock));
        bindings = new Bindings(ticketing);
    }

    Instant now() {
        return clock.instant();
    }

    void close() {
        place.close();
    }

    Bindings bindings() {
        return bindings;
    }

    /** Runs a step and tells everything that its caller sees of it. */
    Observation run(Step step) {
        Object result;
        try {
            result = perform(step);
        } catch (TicketingException | IllegalArgumentException | NullPointerException refused) {
            result = refused;
        }
        return new Observation(sight.of(result), result);
    }

    /** Reads everything with everybody's eyes. */
    String whole() {
        return sight.of(new Whole(ticketing, bindings).read());
    }

    private Object perform(Step step) {
        if (step instanceof Open open) return open(open);
        if (step instanceof Act act) return act(act);
        if (step instanceof Upload upload) return upload(upload);
        if (step instanceof Read read) return read(read);
        if (step instanceof Pass pass) clock.advance(pass.by());
        if (step instanceof Sweep) ticketing.sweep();
        return "nothing";
    }

    private Object open(Open open) {
        TicketDraft draft = bindings.draft(open.filing());
        Replies replies = new Replies(open.under().key().isPresent());
        if (!open.by().isStaff()) {
            Portal portal = bindings.under(portal(open.by()), open.under(), Optional.empty(), replies);
            PortalTicket ticket = portal.open(draft);
            bindings.opened(open.ticket(), ticket, open.filing());
            return replies.with(ticket);
        }
        Desk desk = bindings.under(desk(open.by()), open.under(), Optional.empty(), replies);
        Ticket ticket = desk.open(open.customer().requester(), draft);
        bindings.opened(open.ticket(), ticket.shared(), open.filing());
        return replies.with(ticket);
    }

    private Object act(Act act) {
        Replies replies = new Replies(act.under().key().isPresent());
        Optional<Ticket> about = bindings.about(act.by(), act.ticket());
        if (!act.by().isStaff()) {
            Portal portal = bindings.under(portal(act.by()), act.under(), about, replies);
            return replies.with(Verbs.act(portal, bindings.ref(act.ticket()), bindings.commands(act)));
        }
        Desk desk = bindings.under(desk(act.by()), act.under(), about, replies);
        return replies.with(Verbs.act(desk, bindings.ref(act.ticket()), bindings.commands(act)));
    }

    private Object upload(Upload upload) {
        FileDraft file = FileDraft.of(upload.filename(), new ByteArrayInputStream(content(upload)));
        FileDraft draft = upload.pinned().map(bindings::ref).map(file::pinnedTo).orElse(file);
        Replies replies = new Replies(false);
        dev.ticketing.Upload uploaded = upload.by().isStaff()
                ? bindings.under(desk(upload.by()), upload.under(), Optional.empty(), replies)
                        .upload(draft)
                : bindings.under(portal(upload.by()), upload.under(), Optional.empty(), replies)
                        .upload(draft);
        bindings.uploaded(upload.upload(), uploaded.id());
        return uploaded;
    }

    /** Bytes of several kinds, so that types are told apart; the same for the same step. */
    private static byte[] content(Upload upload) {
        byte[] bytes = "x".repeat(upload.bytes()).getBytes(StandardCharsets.UTF_8);
        String magic = switch (upload.bytes() % 4) {
            case 0 -> "<html><script>";
            case 1 -> "%PDF-1.7";
            case 2 -> "\0\1\2\3";
            default -> "";
        };
        System.arraycopy(magic.getBytes(StandardCharsets.UTF_8), 0, bytes, 0, Math.min(bytes.length, magic.length()));
        return bytes;
    }

    private Object read(Read read) {
        if (!read.by().isStaff()) return Questions.ask(portal(read.by()), bindings, read.question());
        DeskReads desk = desk(read.by());
        PortalReads portal = desk.asPortal();
        return read.asPortal()
                ? Questions.ask(portal, bindings, read.question())
                : Questions.ask(desk, bindings, read.question());
    }

    private Portal portal(Who who) {
        return ticketing.portal(who.requester());
    }

    private Desk desk(Who who) {
        return ticketing.desk(who.agent());
    }

    /**
     * What a caller sees of a step.
     *
     * @param text all of it, with ids by their order
     * @param result as it is
     */
    record Observation(String text, Object result) {}
}
