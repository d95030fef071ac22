package dev.ticketing.contract.driver;

import dev.ticketing.Command;
import dev.ticketing.Condition;
import dev.ticketing.Desk;
import dev.ticketing.EntryId;
import dev.ticketing.FileRef;
import dev.ticketing.MessageDraft;
import dev.ticketing.OutsideFile;
import dev.ticketing.Portal;
import dev.ticketing.PortalTicket;
import dev.ticketing.ThreadQuery;
import dev.ticketing.Ticket;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.TicketRef;
import dev.ticketing.TicketThread;
import dev.ticketing.Ticketing;
import dev.ticketing.UploadId;
import dev.ticketing.contract.driver.Step.Act;
import dev.ticketing.contract.driver.Step.Attach;
import dev.ticketing.contract.driver.Step.Deed;
import dev.ticketing.contract.driver.Step.Edit;
import dev.ticketing.contract.driver.Step.Filing;
import dev.ticketing.contract.driver.Step.Name;
import dev.ticketing.contract.driver.Step.Note;
import dev.ticketing.contract.driver.Step.Plain;
import dev.ticketing.contract.driver.Step.Reply;
import dev.ticketing.contract.driver.Step.Say;
import dev.ticketing.contract.driver.Step.Under;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the names of a program stand for in one storage. A name that stands for nothing gets an id that nobody has. */
final class Bindings {

    private static final long UNUSED = 900_000;

    private final Ticketing ticketing;
    private final Map<Integer, Opened> tickets = new TreeMap<>();
    private final Map<TicketId, Integer> ordinals = new HashMap<>();
    private final Map<Integer, UploadId> uploads = new HashMap<>();

    Bindings(Ticketing ticketing) {
        this.ticketing = ticketing;
    }

    /** An opened ticket. */
    record Opened(TicketId id, long number, Optional<String> externalId) {}

    void opened(int name, PortalTicket ticket, Filing filing) {
        tickets.putIfAbsent(name, new Opened(ticket.id(), ticket.number(), filing.externalId()));
        ordinals.putIfAbsent(ticket.id(), ordinals.size());
    }

    /** Gives the place of a ticket in the order of opening. */
    int ordinal(Object ticket) {
        TicketId id = ticket instanceof Ticket desk ? desk.id() : ((PortalTicket) ticket).id();
        return ordinals.getOrDefault(id, -1);
    }

    void uploaded(int name, UploadId id) {
        uploads.put(name, id);
    }

    /** The tickets that there are, by their names. */
    Map<Integer, Opened> tickets() {
        return tickets;
    }

    TicketRef ref(Name name) {
        Opened ticket = tickets.getOrDefault(name.ticket(), unknown(name.ticket()));
        String external = ticket.externalId().orElse("nothing");
        return switch (name.by()) {
            case ID -> ticket.id();
            case NUMBER -> TicketRef.number(ticket.number());
            case EXTERNAL -> TicketRef.externalId(external);
            case UPPER_CASE_ID -> new TicketId(ticket.id().value().toUpperCase(Locale.ROOT));
            case PADDED_ID -> new TicketId(ticket.id() + " ");
            case UPPER_CASE_EXTERNAL -> TicketRef.externalId(external.toUpperCase(Locale.ROOT));
        };
    }

    private static Opened unknown(int name) {
        return new Opened(new TicketId(String.format("tkt_%026d", UNUSED + name)), UNUSED + name, Optional.empty());
    }

    List<Command> commands(Act act) {
        List<Command> commands = new ArrayList<>();
        for (Deed deed : act.deeds()) {
            if (deed instanceof Reply reply) commands.add(new Command.Reply(draft(reply.say())));
            else if (deed instanceof Note note) commands.add(new Command.AddNote(draft(note.say())));
            else if (deed instanceof Edit edit) commands.add(new Command.Edit(entry(act, edit.seq()), edit.text()));
            else if (deed instanceof Attach attach)
                commands.add(new Command.Attach(files(attach.uploads(), attach.outside())));
            else commands.add(((Plain) deed).command());
        }
        return commands;
    }

    TicketDraft draft(Filing filing) {
        TicketDraft draft = TicketDraft.of(filing.subject(), filing.say().text())
                .priority(filing.priority())
                .channel(filing.channel())
                .files(files(filing.say().uploads(), filing.say().outside()));
        if (filing.category().isPresent())
            draft = draft.category(filing.category().get());
        if (filing.department().isPresent())
            draft = draft.department(filing.department().get());
        if (filing.externalId().isPresent())
            draft = draft.externalId(filing.externalId().get());
        for (String tag : filing.tags()) draft = draft.tag(tag);
        for (String email : filing.cc()) draft = draft.cc(email);
        for (var link : filing.links()) draft = draft.link(link.type(), link.id());
        if (filing.criticalReason().isPresent())
            draft = draft.criticalReason(filing.criticalReason().get());
        if (filing.aiSummary().isPresent())
            draft = draft.aiSummary(filing.aiSummary().get());
        return filing.aiHelpful().map(draft::aiHelpful).orElse(draft);
    }

    Desk under(Desk desk, Under under, Optional<Ticket> about, Replies replies) {
        Desk demanding = desk.when(conditions(under, about, true));
        if (under.key().isPresent()) demanding = demanding.once(under.key().get());
        return replies.wanted() ? demanding.answering(replies.desk()) : demanding;
    }

    Portal under(Portal portal, Under under, Optional<Ticket> about, Replies replies) {
        Portal demanding = portal.when(conditions(under, about, false));
        if (under.key().isPresent()) demanding = demanding.once(under.key().get());
        return replies.wanted() ? demanding.answering(replies.portal()) : demanding;
    }

    /** A ticket as somebody who sees everything in the caller's tenant sees it. */
    Optional<Ticket> about(Who by, Name name) {
        return all(by).find(ref(name));
    }

    private Desk all(Who by) {
        boolean far = by.caller().tenant().equals(Who.FAR_GRACE.caller().tenant());
        return ticketing.desk((far ? Who.FAR_GRACE : Who.GRACE).agent());
    }

    /** Conditions are written as how far the caller is behind, so that they mean something whatever was dropped before. */
    private static Condition[] conditions(Under under, Optional<Ticket> about, boolean desk) {
        long portalVersion = about.map(it -> it.shared().version()).orElse(1L);
        long version = desk ? about.map(Ticket::version).orElse(1L) : portalVersion;
        long seq = about.map(it -> desk ? it.seq() : it.shared().seq()).orElse(1L);
        List<Condition> conditions = new ArrayList<>();
        under.version().ifPresent(behind -> conditions.add(Condition.version(version - behind)));
        under.portalVersion().ifPresent(behind -> conditions.add(Condition.portalVersion(portalVersion - behind)));
        under.seen().ifPresent(behind -> conditions.add(Condition.seenUpTo(seq - behind)));
        return conditions.toArray(Condition[]::new);
    }

    private EntryId entry(Act act, long seq) {
        EntryId unknown = new EntryId("tmsg_" + "0".repeat(26));
        Optional<Ticket> ticket = about(act.by(), act.ticket());
        if (ticket.isEmpty()) return unknown;
        ThreadQuery part = ThreadQuery.after(seq - 1).limit(1);
        return all(act.by()).thread(ticket.get().id(), part).entries().stream()
                .map(TicketThread.Entry::id)
                .findFirst()
                .orElse(unknown);
    }

    private MessageDraft draft(Say say) {
        MessageDraft draft = MessageDraft.of(say.text()).files(files(say.uploads(), say.outside()));
        if (say.pinned()) draft = draft.withPinnedUploads();
        if (say.encrypted()) draft = draft.markedEncrypted();
        return say.status().map(draft::thenStatus).orElse(draft);
    }

    private List<FileRef> files(List<Integer> names, List<OutsideFile> outside) {
        List<FileRef> files = new ArrayList<>(outside);
        for (int name : names)
            files.add(uploads.getOrDefault(name, new UploadId(String.format("satt_%026d", UNUSED + name))));
        return files;
    }
}
