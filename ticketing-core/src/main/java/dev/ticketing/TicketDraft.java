package dev.ticketing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the opener of a ticket supplies. Immutable; every bare noun gives a copy. What it holds is checked when the ticket is
 * opened, all at once.
 *
 * <p>Defaults: priority {@link Priority#MEDIUM}, the desk's default category and department, channel {@code api}, nothing
 * else. Who asks is never part of a draft: it comes from the caller.
 */
public final class TicketDraft {

    private record Facts(
            Optional<String> category,
            Optional<String> department,
            String channel,
            Optional<String> externalId,
            Optional<String> criticalReason,
            Optional<String> aiSummary,
            Optional<Boolean> aiHelpful) {}

    private final String subject;
    private final MessageDraft message;
    private final Priority priority;
    private final List<String> tags;
    private final List<String> cc;
    private final List<LinkRef> links;
    private final Facts facts;

    private TicketDraft(
            String subject,
            MessageDraft message,
            Priority priority,
            List<String> tags,
            List<String> cc,
            List<LinkRef> links,
            Facts facts) {
        this.subject = subject;
        this.message = message;
        this.priority = priority;
        this.tags = tags;
        this.cc = cc;
        this.links = links;
        this.facts = facts;
    }

    /**
     * Starts a draft.
     *
     * @param subject the headline, one line
     * @param text the opening text
     * @return the draft with the defaults above
     */
    public static TicketDraft of(String subject, String text) {
        return new TicketDraft(
                subject,
                MessageDraft.of(text),
                Priority.MEDIUM,
                List.of(),
                List.of(),
                List.of(),
                new Facts(
                        Optional.empty(),
                        Optional.empty(),
                        "api",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /**
     * Says how urgent it is.
     *
     * @param priority the priority
     * @return a copy
     */
    public TicketDraft priority(Priority priority) {
        return new TicketDraft(subject, message, priority, tags, cc, links, facts);
    }

    /**
     * Says what it is about.
     *
     * @param category one of the desk's categories
     * @return a copy
     */
    public TicketDraft category(String category) {
        return with(new Facts(
                Optional.of(category),
                facts.department,
                facts.channel,
                facts.externalId,
                facts.criticalReason,
                facts.aiSummary,
                facts.aiHelpful));
    }

    /**
     * Says which team it belongs to.
     *
     * @param slug the department's slug
     * @return a copy
     */
    public TicketDraft department(String slug) {
        return with(new Facts(
                facts.category,
                Optional.of(slug),
                facts.channel,
                facts.externalId,
                facts.criticalReason,
                facts.aiSummary,
                facts.aiHelpful));
    }

    /**
     * Says how it came in.
     *
     * @param channel for example {@code email}
     * @return a copy
     */
    public TicketDraft channel(String channel) {
        return with(new Facts(
                facts.category,
                facts.department,
                channel,
                facts.externalId,
                facts.criticalReason,
                facts.aiSummary,
                facts.aiHelpful));
    }

    /**
     * Gives it the host's own id.
     *
     * @param externalId an id that no other ticket of the tenant has
     * @return a copy
     */
    public TicketDraft externalId(String externalId) {
        return with(new Facts(
                facts.category,
                facts.department,
                facts.channel,
                Optional.of(externalId),
                facts.criticalReason,
                facts.aiSummary,
                facts.aiHelpful));
    }

    /**
     * Says why it is critical; requesters must when the priority is {@link Priority#CRITICAL}.
     *
     * @param reason what it means for the requester's own customers
     * @return a copy
     */
    public TicketDraft criticalReason(String reason) {
        return with(new Facts(
                facts.category,
                facts.department,
                facts.channel,
                facts.externalId,
                Optional.of(reason),
                facts.aiSummary,
                facts.aiHelpful));
    }

    /**
     * Adds what an assistant made of the case.
     *
     * @param summary the assistant's words
     * @return a copy
     */
    public TicketDraft aiSummary(String summary) {
        return with(new Facts(
                facts.category,
                facts.department,
                facts.channel,
                facts.externalId,
                facts.criticalReason,
                Optional.of(summary),
                facts.aiHelpful));
    }

    /**
     * Adds whether the assistant had helped.
     *
     * @param helpful what the requester said
     * @return a copy
     */
    public TicketDraft aiHelpful(boolean helpful) {
        return with(new Facts(
                facts.category,
                facts.department,
                facts.channel,
                facts.externalId,
                facts.criticalReason,
                facts.aiSummary,
                Optional.of(helpful)));
    }

    /**
     * Adds a tag.
     *
     * @param tag the tag; one that is there already is ignored
     * @return a copy
     */
    public TicketDraft tag(String tag) {
        return new TicketDraft(subject, message, priority, plus(tags, tag), cc, links, facts);
    }

    /**
     * Adds an address that gets copies.
     *
     * @param email the address
     * @return a copy
     */
    public TicketDraft cc(String email) {
        return new TicketDraft(subject, message, priority, tags, plus(cc, email), links, facts);
    }

    /**
     * Adds a link to an object of the host's; whether the requester owns it is checked on opening.
     *
     * @param type the kind of object
     * @param id the host's id of the object
     * @return a copy
     */
    public TicketDraft link(String type, String id) {
        return new TicketDraft(subject, message, priority, tags, cc, plus(links, new LinkRef(type, id)), facts);
    }

    /**
     * Names the files that the opening message carries.
     *
     * @param files own uploads or files held elsewhere
     * @return a copy
     */
    public TicketDraft files(List<? extends FileRef> files) {
        return new TicketDraft(subject, message.files(files), priority, tags, cc, links, facts);
    }

    /**
     * Gives the headline.
     *
     * @return as given
     */
    public String subject() {
        return subject;
    }

    /**
     * Gives the opening message.
     *
     * @return text and files
     */
    public MessageDraft message() {
        return message;
    }

    /**
     * Gives the priority.
     *
     * @return medium unless said otherwise
     */
    public Priority priority() {
        return priority;
    }

    /**
     * Gives what it is about.
     *
     * @return empty for the desk's default
     */
    public Optional<String> category() {
        return facts.category;
    }

    /**
     * Gives the team it belongs to.
     *
     * @return empty for the desk's default
     */
    public Optional<String> department() {
        return facts.department;
    }

    /**
     * Gives how it came in.
     *
     * @return {@code api} unless said otherwise
     */
    public String channel() {
        return facts.channel;
    }

    /**
     * Gives the host's own id.
     *
     * @return the id, if there is one
     */
    public Optional<String> externalId() {
        return facts.externalId;
    }

    /**
     * Gives why it is critical.
     *
     * @return the reason, if one was given
     */
    public Optional<String> criticalReason() {
        return facts.criticalReason;
    }

    /**
     * Gives what an assistant made of the case.
     *
     * @return the assistant's words, if there are any
     */
    public Optional<String> aiSummary() {
        return facts.aiSummary;
    }

    /**
     * Gives whether the assistant had helped.
     *
     * @return what the requester said, if anything
     */
    public Optional<Boolean> aiHelpful() {
        return facts.aiHelpful;
    }

    /**
     * Gives the tags.
     *
     * @return in the order in which they were added
     */
    public List<String> tags() {
        return tags;
    }

    /**
     * Gives the addresses that get copies.
     *
     * @return in the order in which they were added
     */
    public List<String> cc() {
        return cc;
    }

    /**
     * Gives the links.
     *
     * @return in the order in which they were added
     */
    public List<LinkRef> links() {
        return links;
    }

    private TicketDraft with(Facts others) {
        return new TicketDraft(subject, message, priority, tags, cc, links, others);
    }

    private static <T> List<T> plus(List<T> list, T element) {
        if (list.contains(element)) return list;
        List<T> longer = new ArrayList<>(list);
        longer.add(element);
        return List.copyOf(longer);
    }
}
