package dev.ticketing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened to a ticket, as far as its requester may learn of it. Has no place for anything that only staff may see: no
 * notes, no internal tags, no ids of staff but those of an author of public messages and of the assignee. What staff keep to
 * themselves makes no such event and moves no number in one. Immutable.
 *
 * @param id the event's id: the same at every attempt to deliver it
 * @param tenant the ticket's tenant
 * @param ticket the ticket
 * @param version the version that requesters read after it, as {@link PortalTicket#version}
 * @param kind what happened
 * @param by what the actor is
 * @param at when
 * @param changes the fields that changed and that requesters may see
 * @param message the public entry that came or has another text
 * @param attachments the files that came
 */
public record PortalEvent(
        String id,
        TenantId tenant,
        TicketId ticket,
        long version,
        TicketEvent.Kind kind,
        AuthorKind by,
        Instant at,
        List<Change> changes,
        Optional<Message> message,
        List<AttachmentId> attachments) {

    /** Names the event; what people wrote stays out. */
    @Override
    public String toString() {
        return "PortalEvent[" + id + "]";
    }

    /**
     * One field before and after, in words.
     *
     * @param field the field's name
     * @param before empty if it had no value, or its words were erased
     * @param after empty if it has no value, or its words were erased
     */
    public record Change(String field, Optional<String> before, Optional<String> after) {}

    /**
     * A public entry of the conversation.
     *
     * @param id its id
     * @param seq its place among the public entries, from 1, without a gap
     * @param author who wrote it
     * @param text what it says after this event; empty if that was erased
     * @param encrypted whether surfaces may hide the text
     * @param system whether the engine wrote it
     */
    public record Message(
            EntryId id, long seq, Author author, Optional<String> text, boolean encrypted, boolean system) {}
}
