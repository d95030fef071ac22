package dev.ticketing;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The statuses of a desk and the moves between them, as data: a positive table, checked when it is built.
 *
 * <p>The {@link #standard()} one is printed in {@code docs/lifecycle.md}. Immutable and thread-safe.
 */
public final class Lifecycle {

    private final Map<StatusKey, Status> statuses;
    private final Map<StatusKey, Set<StatusKey>> moves;
    private final Map<Role, StatusKey> roles;

    private Lifecycle(
            Map<StatusKey, Status> statuses, Map<StatusKey, Set<StatusKey>> moves, Map<Role, StatusKey> roles) {
        this.statuses = statuses;
        this.moves = moves;
        this.roles = roles;
    }

    /** The places in a ticket's life that need a status. */
    public enum Role {
        /** What opening gives. */
        OPENED,
        /** What a requester's reply gives. */
        REQUESTER_REPLIED,
        /** What a staff reply gives, unless it names a status or the ticket is resolved. */
        STAFF_REPLIED,
        /** What resolving gives. */
        RESOLVED,
        /** What closing gives. */
        CLOSED,
        /** What reopening gives. */
        REOPENED
    }

    /**
     * Gives the lifecycle that hosts have unless they bring their own.
     *
     * @return eight statuses; all that are not done reach each other, all reach resolved and closed
     */
    public static Lifecycle standard() {
        return StandardLifecycle.INSTANCE;
    }

    /**
     * Starts a lifecycle of a host's own.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Lists the statuses.
     *
     * @return in the order in which they were added
     */
    public Collection<Status> statuses() {
        return statuses.values();
    }

    /**
     * Looks a status up.
     *
     * @param key its key
     * @return the status, or empty if the lifecycle has none of that key
     */
    public Optional<Status> find(StatusKey key) {
        return Optional.ofNullable(statuses.get(key));
    }

    /**
     * Looks up a status that must be there.
     *
     * @param key its key
     * @return the status
     * @throws IllegalStateException if tickets carry a status that this lifecycle does not have
     */
    public Status get(StatusKey key) {
        Status status = statuses.get(key);
        if (status == null)
            throw new IllegalStateException(
                    "A ticket has status " + key + ", which the lifecycle lacks. Add it again.");
        return status;
    }

    /**
     * Lists where staff may move a ticket to.
     *
     * @param from the key of its present status
     * @return keys, perhaps none
     */
    public Set<StatusKey> moves(StatusKey from) {
        return moves.getOrDefault(from, Set.of());
    }

    /**
     * Gives the status for a place in a ticket's life.
     *
     * @param role the place
     * @return the key of its status
     */
    public StatusKey at(Role role) {
        StatusKey key = roles.get(role);
        if (key == null) throw new IllegalStateException("no status for " + role);
        return key;
    }

    /** Collects statuses, moves and roles; not thread-safe. */
    public static final class Builder {

        private final Map<StatusKey, Status> statuses = new LinkedHashMap<>();
        private final Map<StatusKey, Set<StatusKey>> moves = new LinkedHashMap<>();
        private final Map<Role, StatusKey> roles = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds a status.
         *
         * @param status the status
         * @return this builder
         */
        public Builder status(Status status) {
            if (statuses.putIfAbsent(status.key(), status) != null)
                throw new IllegalArgumentException("status " + status.key() + " is there twice");
            return this;
        }

        /**
         * Adds moves that staff may make.
         *
         * @param from the key of the status they start at
         * @param to the keys of the statuses they lead to
         * @return this builder
         */
        public Builder moves(StatusKey from, Collection<StatusKey> to) {
            moves.computeIfAbsent(from, key -> new LinkedHashSet<>()).addAll(to);
            return this;
        }

        /**
         * Names the status for a place in a ticket's life.
         *
         * @param role the place
         * @param key the key of its status
         * @return this builder
         */
        public Builder at(Role role, StatusKey key) {
            roles.put(role, key);
            return this;
        }

        /**
         * Checks everything and builds.
         *
         * @return the lifecycle
         * @throws IllegalArgumentException if a role or status is missing, a status cannot be reached, a status has no
         *     way to closed, or a move leaves a closed status
         */
        public Lifecycle build() {
            for (Role role : Role.values()) require(roles.containsKey(role), "no status for role " + role);
            roles.forEach((role, key) -> require(statuses.containsKey(key), "role " + role + " names unknown " + key));
            require(category(Role.CLOSED) == StatusCategory.CLOSED, "role CLOSED needs a status of category CLOSED");
            require(category(Role.RESOLVED) == StatusCategory.RESOLVED, "role RESOLVED needs category RESOLVED");
            for (Role role : List.of(Role.OPENED, Role.REOPENED, Role.REQUESTER_REPLIED, Role.STAFF_REPLIED))
                require(!category(role).isDone(), "role " + role + " must not be done");
            moves.forEach(this::checkMoves);
            Set<StatusKey> reached = reachable(roles.values());
            for (StatusKey key : statuses.keySet()) {
                require(reached.contains(key), "status " + key + " cannot be reached");
                require(
                        category(key) == StatusCategory.CLOSED
                                || reachable(List.of(key)).stream()
                                        .anyMatch(next -> category(next) == StatusCategory.CLOSED),
                        "status " + key + " is a dead end: it has no way to closed");
            }
            Map<StatusKey, Set<StatusKey>> table = new LinkedHashMap<>();
            moves.forEach((from, to) -> table.put(from, Collections.unmodifiableSet(new LinkedHashSet<>(to))));
            return new Lifecycle(Collections.unmodifiableMap(new LinkedHashMap<>(statuses)), table, Map.copyOf(roles));
        }

        private void checkMoves(StatusKey from, Set<StatusKey> to) {
            require(statuses.containsKey(from), "a move starts at unknown " + from);
            require(
                    category(from) != StatusCategory.CLOSED,
                    "a move leaves " + from + "; only a reopening leaves closed");
            for (StatusKey key : to) require(statuses.containsKey(key), "a move leads to unknown " + key);
        }

        private Set<StatusKey> reachable(Collection<StatusKey> starts) {
            Set<StatusKey> reached = new LinkedHashSet<>(starts);
            Deque<StatusKey> open = new ArrayDeque<>(reached);
            while (!open.isEmpty())
                for (StatusKey next : moves.getOrDefault(open.pop(), Set.of())) if (reached.add(next)) open.push(next);
            return reached;
        }

        private StatusCategory category(Role role) {
            return category(Objects.requireNonNull(roles.get(role)));
        }

        private StatusCategory category(StatusKey key) {
            return Objects.requireNonNull(statuses.get(key)).category();
        }

        private static void require(boolean holds, String otherwise) {
            if (!holds) throw new IllegalArgumentException(otherwise);
        }
    }
}
