package dev.ticketing.spi;

import dev.ticketing.AccountId;
import dev.ticketing.AgentId;
import dev.ticketing.Audience;
import dev.ticketing.ExternalId;
import dev.ticketing.Priority;
import dev.ticketing.RequesterId;
import dev.ticketing.StatusKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One field of a ticket: its name, who may see it, how it is stored and how it stands in an event. The list of constants is
 * the list of columns; an adapter walks {@link #all()} and knows no field by name that it has no query on.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the type of its values
 */
public final class TicketField<T> {

    private static final List<TicketField<?>> ALL = new ArrayList<>();

    /** The headline. */
    public static final TicketField<Text> SUBJECT = text("subject", Audience.PORTAL);
    /** The key of the status. */
    public static final TicketField<StatusKey> STATUS =
            word("status", Audience.PORTAL, StatusKey::value, StatusKey::new);
    /** How urgent it is. */
    public static final TicketField<Priority> PRIORITY = word(
            "priority",
            Audience.PORTAL,
            value -> value.name().toLowerCase(Locale.ROOT),
            word -> Priority.valueOf(word.toUpperCase(Locale.ROOT)));
    /** What it is about. */
    public static final TicketField<String> CATEGORY = word("category", Audience.PORTAL);
    /** The slug of the team it belongs to. */
    public static final TicketField<String> DEPARTMENT = word("department", Audience.PORTAL);
    /** Who has it. */
    public static final TicketField<AgentId> ASSIGNEE = word("assignee", Audience.PORTAL, AgentId::value, AgentId::new);
    /** What came of it. */
    public static final TicketField<Text> RESOLUTION = text("resolution", Audience.PORTAL);
    /** The public tags, in the order in which they were added. */
    public static final TicketField<List<String>> TAGS = lines("tags", Audience.PORTAL);
    /** The tags that only staff see. */
    public static final TicketField<List<String>> INTERNAL_TAGS = lines("internal_tags", Audience.DESK);
    /** The addresses that get copies, one a line. */
    public static final TicketField<Text> CC = text("cc", Audience.PORTAL);
    /** The links with the names that the objects had, one a line: type, id and name with a tab between. */
    public static final TicketField<Text> LINKS = text("links", Audience.PORTAL);
    /** Who asked. */
    public static final TicketField<RequesterId> REQUESTER_ID =
            word("requester_id", Audience.PORTAL, RequesterId::value, RequesterId::new);
    /** The account that owns it. */
    public static final TicketField<AccountId> ACCOUNT =
            word("account", Audience.PORTAL, AccountId::value, AccountId::new);
    /** The requester's name and address when it was opened, one a line. */
    public static final TicketField<Text> REQUESTER = text("requester", Audience.PORTAL);
    /** The number that people say. */
    public static final TicketField<Long> NUMBER = number("number", Audience.PORTAL);
    /** The host's own id. */
    public static final TicketField<ExternalId> EXTERNAL_ID =
            word("external_id", Audience.DESK, ExternalId::value, ExternalId::new);
    /** How it came in. */
    public static final TicketField<String> CHANNEL = word("channel", Audience.DESK);
    /** Why it is critical. */
    public static final TicketField<Text> CRITICAL_REASON = text("critical_reason", Audience.PORTAL);
    /** What an assistant made of it. */
    public static final TicketField<Text> AI_SUMMARY = text("ai_summary", Audience.DESK);
    /** Whether the assistant had helped: 1 or 0. */
    public static final TicketField<Long> AI_HELPFUL = number("ai_helpful", Audience.DESK);
    /** When staff first answered. */
    public static final TicketField<Instant> FIRST_RESPONDED_AT = moment("first_responded_at", Audience.DESK);
    /** When it was resolved, or closed directly. */
    public static final TicketField<Instant> RESOLVED_AT = moment("resolved_at", Audience.PORTAL);
    /** When it was closed. */
    public static final TicketField<Instant> CLOSED_AT = moment("closed_at", Audience.PORTAL);
    /** How often it was reopened. */
    public static final TicketField<Long> REOPENED_COUNT = number("reopened_count", Audience.PORTAL);

    /** How many events it has. Derived by folding, like all that follow. */
    public static final TicketField<Long> VERSION = number("version", Audience.DESK);
    /** How many events requesters may learn of. */
    public static final TicketField<Long> PORTAL_VERSION = number("portal_version", Audience.PORTAL);
    /** When it was opened. */
    public static final TicketField<Instant> CREATED_AT = moment("created_at", Audience.PORTAL);
    /** When the last event was. */
    public static final TicketField<Instant> UPDATED_AT = moment("updated_at", Audience.DESK);
    /** When the last event was that requesters may learn of. */
    public static final TicketField<Instant> PORTAL_UPDATED_AT = moment("portal_updated_at", Audience.PORTAL);
    /** When the last public message came. */
    public static final TicketField<Instant> LAST_MESSAGE_AT = moment("last_message_at", Audience.PORTAL);
    /** The last entry's place in the whole conversation. */
    public static final TicketField<Long> SEQ = number("seq", Audience.DESK);
    /** The last public entry's place among the public ones. */
    public static final TicketField<Long> PORTAL_SEQ = number("portal_seq", Audience.PORTAL);
    /** How many public messages there are. */
    public static final TicketField<Long> MESSAGE_COUNT = number("message_count", Audience.PORTAL);
    /** How many internal notes there are. */
    public static final TicketField<Long> NOTE_COUNT = number("note_count", Audience.DESK);
    /** How many bytes of public text were ever written, in UTF-8. */
    public static final TicketField<Long> MESSAGE_BYTES = number("message_bytes", Audience.PORTAL);
    /** How many bytes of internal text were ever written, in UTF-8. */
    public static final TicketField<Long> NOTE_BYTES = number("note_bytes", Audience.DESK);
    /** The number of the newest revision of any text. */
    public static final TicketField<Long> REVISIONS = number("revisions", Audience.DESK);

    private static final List<TicketField<?>> FIELDS = Collections.unmodifiableList(ALL);

    private final String name;
    private final Audience audience;
    private final Form form;
    private final int index;
    private final Function<T, String> write;
    private final Function<String, T> read;

    private TicketField(
            String name, Audience audience, Form form, Function<T, String> write, Function<String, T> read) {
        this.name = name;
        this.audience = audience;
        this.form = form;
        this.index = ALL.size();
        this.write = write;
        this.read = read;
        ALL.add(this);
    }

    /** How a field's values are stored. */
    public enum Form {
        /** A word or list of words: {@link #encode} gives its text. */
        WORD,
        /** A {@link Long}. */
        NUMBER,
        /** An {@link Instant} in whole milliseconds. */
        MOMENT,
        /** A {@link Text}: its value, and the number of its revision beside it. */
        TEXT
    }

    /**
     * Lists all fields.
     *
     * @return in a fixed order
     */
    public static List<TicketField<?>> all() {
        return FIELDS;
    }

    /**
     * Looks a field up.
     *
     * @param name its name
     * @return the field, or empty if there is none of that name
     */
    public static Optional<TicketField<?>> named(String name) {
        for (TicketField<?> field : ALL) if (field.name.equals(name)) return Optional.of(field);
        return Optional.empty();
    }

    /**
     * Gives the field's name in events and its column's name.
     *
     * @return snake case
     */
    public String name() {
        return name;
    }

    /**
     * Says who may see the field.
     *
     * @return the audience
     */
    public Audience audience() {
        return audience;
    }

    /**
     * Says how values are stored.
     *
     * @return the form
     */
    public Form form() {
        return form;
    }

    /**
     * Gives the place of the field in {@link #all()}.
     *
     * @return from 0
     */
    public int index() {
        return index;
    }

    /**
     * Gives a value's text form; a {@link Text} gives {@code #} and its revision, never its words.
     *
     * @param value the value
     * @return the text form
     */
    public String encode(T value) {
        return write.apply(value);
    }

    /**
     * Reads a text form of a field that is not a {@link Form#TEXT}.
     *
     * @param encoded what {@link #encode} gave
     * @return the value
     */
    public T decode(String encoded) {
        return read.apply(encoded);
    }

    @Override
    public String toString() {
        return name;
    }

    private static TicketField<Text> text(String name, Audience audience) {
        return new TicketField<>(name, audience, Form.TEXT, text -> "#" + text.revision(), encoded -> {
            throw new IllegalArgumentException(name + " is a text; look its revision up");
        });
    }

    private static TicketField<String> word(String name, Audience audience) {
        return word(name, audience, Function.identity(), Function.identity());
    }

    private static <T> TicketField<T> word(
            String name, Audience audience, Function<T, String> write, Function<String, T> read) {
        return new TicketField<>(name, audience, Form.WORD, write, read);
    }

    private static TicketField<List<String>> lines(String name, Audience audience) {
        return word(
                name,
                audience,
                list -> String.join("\n", list),
                lines -> List.copyOf(Arrays.asList(lines.split("\n"))));
    }

    private static TicketField<Long> number(String name, Audience audience) {
        return new TicketField<>(name, audience, Form.NUMBER, value -> Long.toString(value), Long::valueOf);
    }

    private static TicketField<Instant> moment(String name, Audience audience) {
        return new TicketField<>(
                name,
                audience,
                Form.MOMENT,
                at -> Long.toString(at.toEpochMilli()),
                millis -> Instant.ofEpochMilli(Long.parseLong(millis)));
    }
}
