package dev.ticketing.contract.driver;

import dev.ticketing.LinkRef;
import dev.ticketing.Priority;
import dev.ticketing.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A ticket as the model sees it: plain values, changed in place; a copy is kept for what is refused half-way. */
final class Case {

    static final Set<String> ACTIVE = Set.of("open", "customer_reply", "in_progress", "answered", "pending", "on_hold");

    TenantId tenant = TenantId.DEFAULT;
    int ordinal;
    String account = "";
    Optional<String> external = Optional.empty();
    String status = "open";
    Priority priority = Priority.MEDIUM;
    String category = "general";
    String department = "general";
    String subject = "";
    Optional<String> assignee = Optional.empty();
    Optional<String> resolution = Optional.empty();
    List<String> tags = List.of();
    List<String> internalTags = List.of();
    List<String> cc = List.of();
    List<LinkRef> links = List.of();
    List<Entry> entries = new ArrayList<>();
    long version;
    long portalVersion;
    long portalSeq;
    long reopened;
    long messageBytes;
    long noteBytes;
    Instant created = Instant.EPOCH;
    Instant updated = Instant.EPOCH;
    Instant portalUpdated = Instant.EPOCH;
    Instant lastMessage = Instant.EPOCH;
    Optional<Instant> resolvedAt = Optional.empty();
    Optional<Instant> closedAt = Optional.empty();
    Optional<Instant> firstResponded = Optional.empty();

    /** An entry; the portal's place is 0 for a note. */
    record Entry(long seq, long portalSeq, String text) {}

    Case copy() {
        Case copy = new Case();
        copy.tenant = tenant;
        copy.ordinal = ordinal;
        copy.account = account;
        copy.external = external;
        copy.status = status;
        copy.priority = priority;
        copy.category = category;
        copy.department = department;
        copy.subject = subject;
        copy.assignee = assignee;
        copy.resolution = resolution;
        copy.tags = tags;
        copy.internalTags = internalTags;
        copy.cc = cc;
        copy.links = links;
        copy.entries = new ArrayList<>(entries);
        copy.version = version;
        copy.portalVersion = portalVersion;
        copy.portalSeq = portalSeq;
        copy.reopened = reopened;
        copy.messageBytes = messageBytes;
        copy.noteBytes = noteBytes;
        copy.created = created;
        copy.updated = updated;
        copy.portalUpdated = portalUpdated;
        copy.lastMessage = lastMessage;
        copy.resolvedAt = resolvedAt;
        copy.closedAt = closedAt;
        copy.firstResponded = firstResponded;
        return copy;
    }

    boolean isVisibleTo(Who who) {
        if (!tenant.equals(who.caller().tenant())) return false;
        if (!who.isStaff()) return account.equals(who.requester().account().value());
        return who.agent().departments().isEmpty() || who.agent().departments().contains(department);
    }

    boolean isClosed() {
        return status.equals("closed");
    }

    boolean isDone() {
        return !ACTIVE.contains(status);
    }

    long notes() {
        return entries.stream().filter(entry -> entry.portalSeq() == 0).count();
    }

    /** The table of statuses: who may go where by a move. */
    boolean mayMoveTo(String to) {
        if (ACTIVE.contains(status)) return !to.equals(status);
        return status.equals("resolved") && (to.equals("in_progress") || to.equals("closed"));
    }

    /** Enters a status; leaving what is done begins anew. */
    void enter(String to, Instant now) {
        boolean wasDone = isDone();
        status = to;
        if (wasDone && !isDone()) {
            resolvedAt = Optional.empty();
            closedAt = Optional.empty();
            resolution = Optional.empty();
            reopened++;
        }
        if (!wasDone && isDone()) resolvedAt = Optional.of(now);
        if (isClosed()) closedAt = Optional.of(now);
    }

    /** Counts an event. */
    void happened(boolean internal, Instant now) {
        version++;
        updated = now;
        if (internal) return;
        portalVersion++;
        portalUpdated = now;
    }

    void add(String text, boolean internal, Instant now) {
        entries.add(new Entry(entries.size() + 1, internal ? 0 : ++portalSeq, text));
        if (!internal) lastMessage = now;
        happened(internal, now);
    }
}
