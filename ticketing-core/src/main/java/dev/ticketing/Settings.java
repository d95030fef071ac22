package dev.ticketing;

import dev.ticketing.spi.BlobStore;
import dev.ticketing.spi.IdSource;
import dev.ticketing.spi.LinkResolver;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What a host decides about its desk. Immutable; every bare noun gives a copy.
 *
 * <p>Defaults: the system clock in UTC, {@link IdSource#secure()}, {@link Lifecycle#standard()}, {@link Limits#defaults()}, one
 * department {@code general}, the categories {@code technical}, {@code billing}, {@code account}, {@code feature_request} and
 * {@code general} with {@code general} as the default, links unchecked, files in the database, no system entries, no listeners, no
 * subscriptions.
 */
public final class Settings {

    private final SettingsParts parts;

    private Settings(SettingsParts parts) {
        this.parts = parts;
    }

    /** Whether the engine writes entries of its own into conversations. */
    public enum SystemEntries {
        /** It does not. */
        NONE,
        /** It does, for changes of status and assignee; requesters see them. */
        RECORDED
    }

    /** {@return the settings that hosts have unless they say otherwise: the defaults above} */
    public static Settings defaults() {
        return new Settings(new SettingsParts());
    }

    /**
     * Sets the clock; it is read in whole milliseconds.
     *
     * @param clock the clock
     * @return a copy
     */
    public Settings clock(Clock clock) {
        return with(copy -> copy.clock = clock);
    }

    /**
     * Sets where ids come from.
     *
     * @param ids the source
     * @return a copy
     */
    public Settings ids(IdSource ids) {
        return with(copy -> copy.ids = ids);
    }

    /**
     * Sets statuses and moves.
     *
     * @param lifecycle the lifecycle
     * @return a copy
     */
    public Settings lifecycle(Lifecycle lifecycle) {
        return with(copy -> copy.lifecycle = lifecycle);
    }

    /**
     * Sets the limits.
     *
     * @param limits the limits
     * @return a copy
     */
    public Settings limits(Limits limits) {
        return with(copy -> copy.limits = limits);
    }

    /**
     * Sets the departments; the first one is the default.
     *
     * @param with at least one
     * @return a copy
     */
    public Settings departments(List<Department> with) {
        if (with.isEmpty()) throw new IllegalArgumentException("departments must have at least one");
        Map<String, Department> bySlug = new LinkedHashMap<>();
        for (Department department : with)
            if (bySlug.put(department.slug(), department) != null)
                throw new IllegalArgumentException("department " + department.slug() + " is there twice");
        return with(copy -> copy.departments = bySlug);
    }

    /**
     * Sets the categories.
     *
     * @param with 1 to 64 lower-case letters, digits, {@code -} and {@code _} each
     * @param otherwise the one that tickets get when nothing was said
     * @return a copy
     */
    public Settings categories(Set<String> with, String otherwise) {
        if (!with.contains(otherwise)) throw new IllegalArgumentException("the default must be one of the categories");
        for (String category : with)
            if (!category.matches("[a-z0-9][a-z0-9_-]{0,63}"))
                throw new IllegalArgumentException("a category must be 1 to 64 lower-case letters, digits, - and _");
        return with(copy -> {
            copy.categories = Set.copyOf(with);
            copy.defaultCategory = otherwise;
        });
    }

    /**
     * Sets who knows the host's objects.
     *
     * @param links the resolver
     * @return a copy
     */
    public Settings links(LinkResolver links) {
        return with(copy -> copy.links = links);
    }

    /**
     * Sets where files live, instead of the storage's own place.
     *
     * @param blobs the store
     * @return a copy
     */
    public Settings blobs(BlobStore blobs) {
        return with(copy -> copy.blobs = Optional.of(blobs));
    }

    /**
     * Sets whether the engine writes entries of its own.
     *
     * @param systemEntries the choice
     * @return a copy
     */
    public Settings systemEntries(SystemEntries systemEntries) {
        return with(copy -> copy.systemEntries = systemEntries);
    }

    /**
     * Adds a listener that hears of each event before it is committed: on the caller's thread, inside the command's
     * transaction or savepoint. What it throws reaches the caller as it is and undoes this command; a host's transaction and
     * what was done in it earlier stay. Runs again when the command does, and must not run commands of its own but through
     * the host's transaction. Its entries have no position yet; its reads see what is about to be committed, of all tickets
     * of the tenant.
     *
     * @param listener gets one event at a time
     * @return a copy
     */
    public Settings beforeCommit(BiConsumer<FeedEntry, DeskReads> listener) {
        return with(copy -> copy.beforeCommit = plus(copy.beforeCommit, listener));
    }

    /**
     * Adds a listener that hears of each event committed from the building of the door on, whoever wrote it, in the order of
     * the feed and one at a time: before a command of this door returns, and by {@link Work#runDue}. What it throws is logged
     * and changes nothing. What is committed while no process runs is not heard: that takes a {@link Subscription}.
     *
     * @param listener gets one event at a time; it may run commands, whose events come after the present one
     * @return a copy
     */
    public Settings afterCommit(Consumer<FeedEntry> listener) {
        return with(copy -> copy.afterCommit = plus(copy.afterCommit, listener));
    }

    /**
     * Adds a subscription; the door's {@link Ticketing#work} delivers to it.
     *
     * @param subscription the subscription
     * @return a copy
     * @throws IllegalArgumentException if there is one of that name
     */
    public Settings subscribe(Subscription subscription) {
        for (Subscription known : parts.subscriptions)
            if (known.name().equals(subscription.name()))
                throw new IllegalArgumentException("subscription " + known.name() + " is there twice");
        return with(copy -> copy.subscriptions = plus(copy.subscriptions, subscription));
    }

    /** {@return the clock: the clock} */
    public Clock clock() {
        return parts.clock;
    }

    /** {@return where ids come from: the source} */
    public IdSource ids() {
        return parts.ids;
    }

    /** {@return statuses and moves: the lifecycle} */
    public Lifecycle lifecycle() {
        return parts.lifecycle;
    }

    /** {@return the limits: the limits} */
    public Limits limits() {
        return parts.limits;
    }

    /** {@return the departments: in the host's order; the first one is the default} */
    public Collection<Department> departments() {
        return parts.departments.values();
    }

    /**
     * Looks a department up.
     *
     * @param slug its slug
     * @return the department, if there is one
     */
    public Optional<Department> department(String slug) {
        return Optional.ofNullable(parts.departments.get(slug));
    }

    /** {@return the department that tickets get when nothing was said: the first one} */
    public Department defaultDepartment() {
        return Objects.requireNonNull(parts.departments.values().iterator().next());
    }

    /** {@return the categories: in no order} */
    public Set<String> categories() {
        return parts.categories;
    }

    /** {@return the category that tickets get when nothing was said: one of the categories} */
    public String defaultCategory() {
        return parts.defaultCategory;
    }

    /** {@return who knows the host's objects: the resolver} */
    public LinkResolver links() {
        return parts.links;
    }

    /** {@return where files live: empty for the storage's own place} */
    public Optional<BlobStore> blobs() {
        return parts.blobs;
    }

    /**
     * Says whether the engine writes entries of its own.
     *
     * @return the choice
     */
    public SystemEntries systemEntries() {
        return parts.systemEntries;
    }

    /** {@return who hears of events before they are committed: in the order of adding} */
    public List<BiConsumer<FeedEntry, DeskReads>> beforeCommit() {
        return parts.beforeCommit;
    }

    /** {@return who hears of events after they were committed: in the order of adding} */
    public List<Consumer<FeedEntry>> afterCommit() {
        return parts.afterCommit;
    }

    /** {@return the subscriptions: in the order of adding} */
    public List<Subscription> subscriptions() {
        return parts.subscriptions;
    }

    private static <T> List<T> plus(List<T> list, T one) {
        List<T> longer = new ArrayList<>(list);
        longer.add(one);
        return List.copyOf(longer);
    }

    private Settings with(Consumer<SettingsParts> change) {
        SettingsParts copy = new SettingsParts(parts);
        change.accept(copy);
        return new Settings(copy);
    }
}
