package dev.ticketing.contract;

import dev.ticketing.Attachment;
import dev.ticketing.Counts;
import dev.ticketing.Download;
import dev.ticketing.PortalReads;
import dev.ticketing.PortalThread;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import dev.ticketing.TicketQuery.Order;
import dev.ticketing.error.TicketingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Everything that a requester can read, as one text: tickets, conversations, files, lists, counts, searches. */
final class PortalView {

    private static final Pattern ID = Pattern.compile("(tkt|tmsg|tatt|satt|evt)_[0-9a-z]{26}");

    private final StringBuilder view = new StringBuilder();
    private final PortalReads reads;

    private PortalView(PortalReads reads) {
        this.reads = reads;
    }

    /** Reads everything. The random parts of ids are no answer to anything, so they are replaced by their order. */
    static String of(PortalReads reads, List<TicketId> tickets) {
        PortalView view = new PortalView(reads);
        for (Order order : Order.values())
            view.pages(TicketQuery.all().order(order).limit(2));
        for (String word : Crowd.WORDS) view.pages(TicketQuery.all().text(word).limit(2));
        view.pages(TicketQuery.all().text("secret"));
        view.counts(reads.counts());
        for (TicketId ticket : tickets) view.ticket(ticket);
        return shown(view.view);
    }

    static String shown(Object answer) {
        Map<String, String> names = new HashMap<>();
        return ID.matcher(String.valueOf(answer))
                .replaceAll(id -> names.computeIfAbsent(id.group(), key -> id.group(1) + "#" + names.size()));
    }

    private void pages(TicketQuery query) {
        line(reads.search(query));
        Pages.all(query, reads::search).forEach(this::line);
    }

    private void counts(Counts counts) {
        counts.rows().stream().map(Object::toString).sorted().forEach(this::line);
    }

    private void ticket(TicketId ticket) {
        line(reads.find(ticket));
        if (reads.find(ticket).isEmpty()) return;
        PortalThread thread = reads.thread(ticket, ThreadQuery.first().limit(3));
        line(thread);
        for (long seq = 3; thread.more(); seq += 3) {
            if (thread.messages().isEmpty()) throw new AssertionError("there is more, but nothing comes");
            thread = reads.thread(ticket, ThreadQuery.after(seq).limit(3));
            line(thread);
        }
        reads.thread(ticket, ThreadQuery.whole())
                .messages()
                .forEach(message -> message.attachments().forEach(file -> file(ticket, file)));
    }

    private void file(TicketId ticket, Attachment file) {
        try (Download download = reads.download(ticket, file.id())) {
            line(new String(download.content().readAllBytes(), StandardCharsets.UTF_8));
        } catch (TicketingException refused) {
            line(refused.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(Object answer) {
        view.append(answer).append('\n');
    }
}
