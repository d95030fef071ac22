package dev.ticketing.http;

import dev.ticketing.Agent;
import dev.ticketing.AgentId;
import dev.ticketing.Attachment;
import dev.ticketing.Command;
import dev.ticketing.FileRef;
import dev.ticketing.MessageDraft;
import dev.ticketing.OutsideFile;
import dev.ticketing.PortalThread;
import dev.ticketing.PortalThread.PortalMessage;
import dev.ticketing.PortalTicket;
import dev.ticketing.Settings;
import dev.ticketing.UploadId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a body of {@code PUT} wants changed, as commands in their order: reopen, fields, message, other status. A field with its
 * present value wants nothing, so that clients may send back what they read.
 */
final class SupportTicketsChanges {

    private final Exchange exchange;
    private final Fields fields;
    private final PortalThread thread;
    private final PortalTicket present;
    private final List<Command> commands = new ArrayList<>();

    SupportTicketsChanges(Exchange exchange, Fields fields, PortalThread thread) {
        this.exchange = exchange;
        this.fields = fields;
        this.thread = thread;
        this.present = thread.ticket();
    }

    List<Command> commands() {
        fields.refuseNull("title", "description", "status", "priority", "category", "tags", "attachments");
        SupportTicketsMove move =
                SupportTicketsMove.read(fields, present.status(), settings().lifecycle());
        move.first().ifPresent(commands::add);
        texts();
        facts();
        files();
        messages(move);
        move.last().ifPresent(commands::add);
        return commands;
    }

    private Settings settings() {
        return exchange.settings();
    }

    private void texts() {
        if (isChanged("title", present.subject())) commands.add(new Command.Retitle(fields.required("title")));
        String opening = present.opening().map(PortalMessage::text).orElse("");
        if (isChanged("description", opening)) commands.add(new Command.EditOpening(fields.required("description")));
        if (fields.isNull("resolution")) {
            if (present.resolution().isPresent()) commands.add(new Command.Conclude(Optional.empty()));
        } else if (isChanged("resolution", present.resolution().orElse(""))) {
            commands.add(new Command.Conclude(Optional.of(fields.required("resolution"))));
        }
    }

    private void facts() {
        fields.oneOf("priority", Priorities.SUPPORT_TICKETS)
                .filter(priority -> priority != Priorities.shown(present.priority()))
                .ifPresent(priority -> commands.add(new Command.Prioritise(priority)));
        if (isChanged("category", present.category()))
            commands.add(new Command.Categorise(fields.required("category")));
        assignee();
        if (isSent("tags")) {
            List<String> tags = fields.texts("tags");
            if (!tags.equals(present.tags())) commands.add(new Command.Retag(tags));
        }
    }

    private void assignee() {
        if (fields.isNull("assignedTo") && present.assignee().isPresent()) commands.add(new Command.Release());
        SupportTicketsAuthors authors = SupportTicketsAuthors.of(exchange);
        if (isChanged("assignedTo", present.assignee().map(authors::agent).orElse("")))
            fields.as("assignedTo", AgentId::of).ifPresent(agent -> commands.add(new Command.Assign(agent)));
    }

    private void files() {
        SupportTicketsBody body = SupportTicketsBody.of(exchange);
        List<FileRef> added = new ArrayList<>();
        for (OutsideFile file : SupportTicketsFiles.outside(fields))
            if (SupportTicketsBody.attachments(thread).stream().noneMatch(there -> isSame(body, there, file)))
                added.add(file);
        if (!isSent("message")) added.addAll(SupportTicketsFiles.uploads(fields));
        if (!added.isEmpty()) commands.add(new Command.Attach(added));
    }

    private boolean isSame(SupportTicketsBody body, Attachment there, OutsideFile file) {
        return there.filename().equals(file.filename())
                && body.url(present.id(), there).equals(file.url())
                && there.size() == file.size()
                && there.mimeType().equals(file.type());
    }

    private void messages(SupportTicketsMove move) {
        List<String> texts = new ArrayList<>();
        if (isSent("message")) texts.add(fields.required("message"));
        // entries that were read here have a timestamp; what has none is new
        for (Fields entry : fields.objects("threads"))
            if (!entry.has("timestamp")) texts.add(entry.required("message"));
        List<UploadId> uploads = isSent("message") ? SupportTicketsFiles.uploads(fields) : List.of();
        for (String text : texts) {
            MessageDraft draft = MessageDraft.of(text).files(uploads);
            // a reply by staff moves the ticket, unless it names where to
            if (exchange.caller() instanceof Agent && move.afterMessage().isPresent())
                draft = draft.thenStatus(move.afterMessage().get());
            commands.add(new Command.Reply(draft));
            uploads = List.of();
        }
    }

    private boolean isSent(String name) {
        return fields.has(name) && !fields.isNull(name);
    }

    /** Says whether a text is there with another value; one of the wrong type is noted and wants nothing. */
    private boolean isChanged(String name, String presentValue) {
        return fields.text(name).filter(text -> !text.equals(presentValue)).isPresent();
    }
}
