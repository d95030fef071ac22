package dev.ticketing.samples.benchmarks.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the application does with tickets. What it gives are plain values, made while the transaction is open. */
@Service
public class JpaService {

    private final JpaTickets tickets;
    private final JpaAudits audits;

    /**
     * Made by the framework.
     *
     * @param tickets the repository
     * @param audits the other one
     */
    public JpaService(JpaTickets tickets, JpaAudits audits) {
        this.tickets = tickets;
        this.audits = audits;
    }

    /** One row of a list. */
    public record Row(
            String publicId,
            String subject,
            String status,
            String priority,
            String category,
            @Nullable String assignee,
            String requesterId,
            long createdAt,
            long updatedAt,
            long version) {}

    /** One message. */
    public record Message(String publicId, String authorId, String authorKind, String body, long createdAt) {}

    /** A whole ticket. */
    public record Detail(Row ticket, List<Message> messages, List<String> files, List<String> tags) {}

    /** {@return a whole ticket} */
    @Transactional(readOnly = true)
    public Detail detail(String publicId) {
        JpaTicket ticket = tickets.findByPublicId(publicId).orElseThrow();
        List<Message> messages = new ArrayList<>();
        for (JpaMessage each : ticket.messages)
            messages.add(new Message(each.publicId, each.authorId, each.authorKind, each.body, each.createdAt));
        List<String> files = new ArrayList<>();
        for (JpaAttachment each : ticket.attachments) files.add(each.filename);
        return new Detail(row(ticket), messages, files, new ArrayList<>(ticket.tags));
    }

    /** {@return a page of somebody's tickets} */
    @Transactional(readOnly = true)
    public Page<Row> list(String assignee, String status, int page, int size) {
        return tickets.findByAssigneeAndStatusOrderByCreatedAtDesc(assignee, status, PageRequest.of(page, size))
                .map(JpaService::row);
    }

    /** {@return how many tickets each status has} */
    @Transactional(readOnly = true)
    public List<Object[]> counts() {
        return tickets.countByStatus();
    }

    /** {@return the version of a ticket} */
    @Transactional(readOnly = true)
    public long version(String publicId) {
        return tickets.findByPublicId(publicId).orElseThrow().version;
    }

    /** {@return the id of a new ticket} */
    @Transactional
    public String create(String requester, String subject, String text, List<String> tags) {
        long now = System.currentTimeMillis();
        JpaTicket ticket = new JpaTicket();
        ticket.publicId = "tkt_" + UUID.randomUUID();
        ticket.subject = subject;
        ticket.status = "open";
        ticket.priority = "medium";
        ticket.category = "general";
        ticket.department = "general";
        ticket.requesterId = requester;
        ticket.requesterName = "Ada";
        ticket.requesterEmail = "ada@example.org";
        ticket.createdAt = now;
        ticket.tags.addAll(tags);
        add(ticket, requester, "requester", text, now);
        tickets.save(ticket);
        audit(ticket, now, requester, "opened");
        return ticket.publicId;
    }

    /** {@return the id of a new message} */
    @Transactional
    public String reply(String publicId, String agent, String text) {
        long now = System.currentTimeMillis();
        JpaTicket ticket = tickets.findByPublicId(publicId).orElseThrow();
        if (ticket.status.equals("closed")) throw new IllegalStateException("closed");
        ticket.status = "answered";
        String message = add(ticket, agent, "staff", text, now);
        tickets.save(ticket);
        audit(ticket, now, agent, "replied");
        return message;
    }

    private static String add(JpaTicket ticket, String author, String kind, String text, long now) {
        JpaMessage message = new JpaMessage();
        message.ticket = ticket;
        message.seq = ticket.messages.size() + 1L;
        message.publicId = "tmsg_" + UUID.randomUUID();
        message.kind = "message";
        message.authorId = author;
        message.authorKind = kind;
        message.authorName = "Ada";
        message.body = text;
        message.createdAt = now;
        ticket.messages.add(message);
        ticket.updatedAt = now;
        ticket.lastMessageAt = now;
        return message.publicId;
    }

    private void audit(JpaTicket ticket, long now, String actor, String action) {
        Long id = ticket.id;
        if (id == null) throw new IllegalStateException("not stored");
        audits.save(new JpaAudit(id, now, actor, action, "status=" + ticket.status));
    }

    private static Row row(JpaTicket ticket) {
        return new Row(
                ticket.publicId,
                ticket.subject,
                ticket.status,
                ticket.priority,
                ticket.category,
                ticket.assignee,
                ticket.requesterId,
                ticket.createdAt,
                ticket.updatedAt,
                ticket.version);
    }
}
