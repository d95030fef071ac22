package dev.ticketing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the opener of a ticket supplies. Immutable; every bare noun gives a copy. What it holds is checked when the ticket is
 * opened, all at once.
 *
 * <p>Defaults: priority {@link Priority#MEDIUM}, the desk's default category and department, channel {@code api}, nothing
 * else. Who asks is never part of a draft: it comes from the caller.
 */
public final class TicketDraft {

    private final Parts parts;

    private TicketDraft(Parts parts) {
        this.parts = parts;
    }

    /**
     * Starts a draft.
     *
     * @param subject the headline, one line
     * @param text the opening text
     * @return the draft with the defaults above
     */
    public static TicketDraft of(String subject, String text) {
        Parts parts = new Parts();
        parts.subject = Words.required(subject, "subject");
        parts.message = MessageDraft.of(text);
        return new TicketDraft(parts);
    }

    /**
     * Says how urgent it is.
     *
     * @param priority the priority
     * @return a copy
     */
    public TicketDraft priority(Priority priority) {
        return with(copy -> copy.priority = Words.required(priority, "priority"));
    }

    /**
     * Says what it is about.
     *
     * @param category one of the desk's categories
     * @return a copy
     */
    public TicketDraft category(String category) {
        return with(copy -> copy.category = Optional.of(Words.required(category, "category")));
    }

    /**
     * Says which team it belongs to.
     *
     * @param slug the department's slug
     * @return a copy
     */
    public TicketDraft department(String slug) {
        return with(copy -> copy.department = Optional.of(Words.required(slug, "slug")));
    }

    /**
     * Says how it came in.
     *
     * @param channel for example {@code email}
     * @return a copy
     */
    public TicketDraft channel(String channel) {
        return with(copy -> copy.channel = Words.required(channel, "channel"));
    }

    /**
     * Gives it the host's own id.
     *
     * @param externalId an id that no other ticket of the tenant has
     * @return a copy
     */
    public TicketDraft externalId(String externalId) {
        return with(copy -> copy.externalId = Optional.of(Words.required(externalId, "externalId")));
    }

    /**
     * Says why it is critical; requesters must when the priority is {@link Priority#CRITICAL}.
     *
     * @param reason what it means for the requester's own customers
     * @return a copy
     */
    public TicketDraft criticalReason(String reason) {
        return with(copy -> copy.criticalReason = Optional.of(Words.required(reason, "reason")));
    }

    /**
     * Adds what an assistant made of the case.
     *
     * @param summary the assistant's words
     * @return a copy
     */
    public TicketDraft aiSummary(String summary) {
        return with(copy -> copy.aiSummary = Optional.of(Words.required(summary, "summary")));
    }

    /**
     * Adds whether the assistant had helped.
     *
     * @param helpful what the requester said
     * @return a copy
     */
    public TicketDraft aiHelpful(boolean helpful) {
        return with(copy -> copy.aiHelpful = Optional.of(helpful));
    }

    /**
     * Adds a tag.
     *
     * @param tag the tag; one that is there already is ignored
     * @return a copy
     */
    public TicketDraft tag(String tag) {
        return with(copy -> copy.tags = plus(copy.tags, Words.required(tag, "tag")));
    }

    /**
     * Adds an address that gets copies.
     *
     * @param email the address
     * @return a copy
     */
    public TicketDraft cc(String email) {
        return with(copy -> copy.cc = plus(copy.cc, Words.required(email, "email")));
    }

    /**
     * Adds a link to an object of the host's; whether the requester owns it is checked on opening.
     *
     * @param type the kind of object
     * @param id the host's id of the object
     * @return a copy
     */
    public TicketDraft link(String type, String id) {
        return with(copy -> copy.links = plus(copy.links, new LinkRef(type, id)));
    }

    /**
     * Names the files that the opening message carries.
     *
     * @param files own uploads or files held elsewhere
     * @return a copy
     */
    public TicketDraft files(List<? extends FileRef> files) {
        return with(copy -> copy.message = copy.message.files(files));
    }

    /** {@return the headline: as given} */
    public String subject() {
        return parts.subject;
    }

    /** {@return the opening message: text and files} */
    public MessageDraft message() {
        return parts.message;
    }

    /** {@return the priority: medium unless said otherwise} */
    public Priority priority() {
        return parts.priority;
    }

    /** {@return what it is about: empty for the desk's default} */
    public Optional<String> category() {
        return parts.category;
    }

    /** {@return the team it belongs to: empty for the desk's default} */
    public Optional<String> department() {
        return parts.department;
    }

    /** {@return how it came in: {@code api} unless said otherwise} */
    public String channel() {
        return parts.channel;
    }

    /** {@return the host's own id: the id, if there is one} */
    public Optional<String> externalId() {
        return parts.externalId;
    }

    /** {@return why it is critical: the reason, if one was given} */
    public Optional<String> criticalReason() {
        return parts.criticalReason;
    }

    /** {@return what an assistant made of the case: the assistant's words, if there are any} */
    public Optional<String> aiSummary() {
        return parts.aiSummary;
    }

    /** {@return whether the assistant had helped: what the requester said, if anything} */
    public Optional<Boolean> aiHelpful() {
        return parts.aiHelpful;
    }

    /** {@return the tags: in the order in which they were added} */
    public List<String> tags() {
        return parts.tags;
    }

    /** {@return the addresses that get copies: in the order in which they were added} */
    public List<String> cc() {
        return parts.cc;
    }

    /** {@return the links: in the order in which they were added} */
    public List<LinkRef> links() {
        return parts.links;
    }

    private TicketDraft with(Consumer<Parts> change) {
        Parts copy = new Parts(parts);
        change.accept(copy);
        return new TicketDraft(copy);
    }

    private static <T> List<T> plus(List<T> list, T element) {
        if (list.contains(element)) return list;
        List<T> longer = new ArrayList<>(list);
        longer.add(element);
        return List.copyOf(longer);
    }

    /** Written while it is made, never again. */
    private static final class Parts {

        private String subject = "";
        private MessageDraft message = MessageDraft.of("");
        private Priority priority = Priority.MEDIUM;
        private List<String> tags = List.of();
        private List<String> cc = List.of();
        private List<LinkRef> links = List.of();
        private Optional<String> category = Optional.empty();
        private Optional<String> department = Optional.empty();
        private String channel = "api";
        private Optional<String> externalId = Optional.empty();
        private Optional<String> criticalReason = Optional.empty();
        private Optional<String> aiSummary = Optional.empty();
        private Optional<Boolean> aiHelpful = Optional.empty();

        Parts() {}

        Parts(Parts other) {
            subject = other.subject;
            message = other.message;
            priority = other.priority;
            tags = other.tags;
            cc = other.cc;
            links = other.links;
            category = other.category;
            department = other.department;
            channel = other.channel;
            externalId = other.externalId;
            criticalReason = other.criticalReason;
            aiSummary = other.aiSummary;
            aiHelpful = other.aiHelpful;
        }
    }
}
