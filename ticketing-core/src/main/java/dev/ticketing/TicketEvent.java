package dev.ticketing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One immutable fact about one ticket, written in the same commit as what it tells. Folding a ticket's events in the order of
 * their versions gives the ticket.
 *
 * <p>Text and personal data are not in it: a changed text stands as {@code #} and the number of its revision, which lives in
 * a row that can be erased. Immutable and thread-safe.
 *
 * @param id {@code evt_} and 26 ULID characters
 * @param tenant the ticket's tenant
 * @param ticket the ticket
 * @param version the ticket's version after this event; every event moves it by one
 * @param portalVersion the version that requesters read after this event; 0 if they may not learn of it
 * @param kind what happened
 * @param audience who may learn of it
 * @param actor who did it
 * @param origin where the act came from
 * @param correlationId the host's own trace id, if one was given
 * @param onBehalfOf for whom it was done, if that was somebody else
 * @param at when
 * @param changes every field that changed, before and after
 * @param entry the entry that came or changed
 * @param attachments the files that came
 */
public record TicketEvent(
        String id,
        TenantId tenant,
        TicketId ticket,
        long version,
        long portalVersion,
        Kind kind,
        Audience audience,
        Actor actor,
        String origin,
        Optional<String> correlationId,
        Optional<String> onBehalfOf,
        Instant at,
        List<FieldChange> changes,
        Optional<EntryFact> entry,
        List<AttachmentId> attachments) {

    /** What can happen to a ticket. */
    public enum Kind {
        /** It was opened. */
        OPENED,
        /** A public message came. */
        REPLIED,
        /** An internal note came. */
        NOTED,
        /** The engine wrote an entry of its own. */
        RECORDED,
        /** A message or note has another text. */
        EDITED,
        /** Somebody has it. */
        ASSIGNED,
        /** Nobody has it. */
        RELEASED,
        /** Its status changed. */
        MOVED,
        /** It was marked as done. */
        RESOLVED,
        /** What came of it was said or taken back. */
        CONCLUDED,
        /** It was closed. */
        CLOSED,
        /** It was opened again. */
        REOPENED,
        /** Another team has it. */
        TRANSFERRED,
        /** Its priority changed. */
        PRIORITISED,
        /** Its category changed. */
        CATEGORISED,
        /** Its headline changed. */
        RETITLED,
        /** Its tags changed. */
        TAGGED,
        /** Its links changed. */
        LINKED,
        /** Its copy addresses changed. */
        CC_CHANGED,
        /** Files came to the ticket itself. */
        ATTACHED
    }

    /**
     * Who did it; the name is not part of it.
     *
     * @param id the host's id
     * @param kind what the actor is
     */
    public record Actor(String id, AuthorKind kind) {}

    /**
     * One field before and after, in the field's own text form.
     *
     * @param field the field's name
     * @param before empty if it had no value
     * @param after empty if it has no value
     */
    public record FieldChange(String field, Optional<String> before, Optional<String> after) {}

    /**
     * An entry as the event knows it: everything but its text and the author's name.
     *
     * @param id the entry
     * @param seq its place in the whole conversation, from 1
     * @param portalSeq its place among the public entries, from 1; 0 if it is not public
     * @param kind what it is
     * @param author who wrote it
     * @param revision the revision that holds its text
     * @param bytes how long the text is in UTF-8
     * @param encrypted whether surfaces may hide the text
     */
    public record EntryFact(
            EntryId id,
            long seq,
            long portalSeq,
            EntryKind kind,
            Actor author,
            long revision,
            int bytes,
            boolean encrypted) {}
}
