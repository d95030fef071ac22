package dev.ticketing;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which tickets to list: filters, order, text, page. Immutable; every bare noun gives a copy. What the caller may not see is
 * never part of any answer, whatever the query says.
 *
 * <p>Defaults: everything that the caller may see, by {@link Order#CREATED}, 25 a page, from the start, without openings.
 *
 * @param statuses tickets of one of these; empty for all
 * @param priorities tickets of one of these; empty for all
 * @param categories tickets of one of these; empty for all
 * @param departments tickets of one of these; empty for all
 * @param assignee tickets that this agent has; staff only
 * @param text what a subject or message must hold, in the grammar of {@code docs/search.md}
 * @param order what comes first
 * @param limit how many a page, 1 to {@value #MAX_LIMIT}
 * @param after where the page starts
 * @param skip how many to leave out before the page, for clients that count pages; 0 to {@value #MAX_SKIP}
 * @param openings whether the tickets on the page come with their opening messages
 */
public record TicketQuery(
        Set<StatusKey> statuses,
        Set<Priority> priorities,
        Set<String> categories,
        Set<String> departments,
        Optional<AgentId> assignee,
        Optional<String> text,
        Order order,
        int limit,
        Optional<Page.Cursor> after,
        int skip,
        boolean openings) {

    /** The largest page. */
    public static final int MAX_LIMIT = 100;
    /** The deepest page by number. */
    public static final int MAX_SKIP = 10_000;

    private static final int DEFAULT_LIMIT = 25;

    /** Checks the numbers and copies the sets. */
    public TicketQuery {
        if (limit < 1 || limit > MAX_LIMIT) throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT);
        if (skip < 0 || skip > MAX_SKIP) throw new IllegalArgumentException("skip must be 0 to " + MAX_SKIP);
        statuses = Set.copyOf(statuses);
        priorities = Set.copyOf(priorities);
        categories = Set.copyOf(categories);
        departments = Set.copyOf(departments);
    }

    /** What comes first; ties are broken by the id. */
    public enum Order {
        /** The newest opened. */
        CREATED,
        /** The newest public message. */
        LAST_MESSAGE,
        /** The newest change that the reader's own side may learn of. */
        UPDATED
    }

    /**
     * Asks for everything.
     *
     * @return the query with the defaults above
     */
    public static TicketQuery all() {
        return new TicketQuery(
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Order.CREATED,
                DEFAULT_LIMIT,
                Optional.empty(),
                0,
                false);
    }

    /**
     * Filters by status.
     *
     * @param keys one of these; empty for all
     * @return a copy
     */
    public TicketQuery statuses(Collection<StatusKey> keys) {
        return with(parts -> parts.statuses = Set.copyOf(keys));
    }

    /**
     * Filters by priority.
     *
     * @param ones one of these; empty for all
     * @return a copy
     */
    public TicketQuery priorities(Collection<Priority> ones) {
        return with(parts -> parts.priorities = Set.copyOf(ones));
    }

    /**
     * Filters by category.
     *
     * @param ones one of these; empty for all
     * @return a copy
     */
    public TicketQuery categories(Collection<String> ones) {
        return with(parts -> parts.categories = Set.copyOf(ones));
    }

    /**
     * Filters by department.
     *
     * @param slugs one of these; empty for all
     * @return a copy
     */
    public TicketQuery departments(Collection<String> slugs) {
        return with(parts -> parts.departments = Set.copyOf(slugs));
    }

    /**
     * Filters by who has the ticket; staff only.
     *
     * @param agent the agent
     * @return a copy
     */
    public TicketQuery assignee(AgentId agent) {
        return with(parts -> parts.assignee = Optional.of(agent));
    }

    /**
     * Searches subjects and messages, and notes for staff. The newest opened come first then, whatever the order says.
     *
     * @param words what to find
     * @return a copy
     */
    public TicketQuery text(String words) {
        return with(parts -> parts.text = Optional.of(words));
    }

    /**
     * Says what comes first.
     *
     * @param first the order
     * @return a copy
     */
    public TicketQuery order(Order first) {
        return with(parts -> parts.order = first);
    }

    /**
     * Says how many a page has.
     *
     * @param most 1 to {@value #MAX_LIMIT}
     * @return a copy
     */
    public TicketQuery limit(int most) {
        return with(parts -> parts.limit = most);
    }

    /**
     * Says where the page starts.
     *
     * @param place what the page before gave as next
     * @return a copy
     */
    public TicketQuery after(Page.Cursor place) {
        return with(parts -> parts.after = Optional.of(place));
    }

    /**
     * Leaves tickets out before the page.
     *
     * @param tickets 0 to {@value #MAX_SKIP}
     * @return a copy
     */
    public TicketQuery skip(int tickets) {
        return with(parts -> parts.skip = tickets);
    }

    /**
     * Has each ticket come with its opening message, without the message's files.
     *
     * @return a copy
     */
    public TicketQuery withOpenings() {
        return with(parts -> parts.openings = true);
    }

    private TicketQuery with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.query();
    }

    /** A query while it is changed. */
    private static final class Parts {

        private Set<StatusKey> statuses;
        private Set<Priority> priorities;
        private Set<String> categories;
        private Set<String> departments;
        private Optional<AgentId> assignee;
        private Optional<String> text;
        private Order order;
        private int limit;
        private Optional<Page.Cursor> after;
        private int skip;
        private boolean openings;

        Parts(TicketQuery query) {
            statuses = query.statuses;
            priorities = query.priorities;
            categories = query.categories;
            departments = query.departments;
            assignee = query.assignee;
            text = query.text;
            order = query.order;
            limit = query.limit;
            after = query.after;
            skip = query.skip;
            openings = query.openings;
        }

        TicketQuery query() {
            return new TicketQuery(
                    statuses, priorities, categories, departments, assignee, text, order, limit, after, skip, openings);
        }
    }
}
