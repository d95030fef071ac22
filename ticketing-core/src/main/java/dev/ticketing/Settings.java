package dev.ticketing;

import dev.ticketing.spi.BlobStore;
import dev.ticketing.spi.IdSource;
import dev.ticketing.spi.LinkResolver;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a host decides about its desk. Immutable; every bare noun gives a copy.
 *
 * <p>Defaults: the system clock in UTC, {@link IdSource#secure()}, {@link Lifecycle#standard()}, {@link Limits#defaults()}, one
 * department {@code general}, the categories {@code technical}, {@code billing}, {@code account}, {@code feature_request} and
 * {@code general} with {@code general} as the default, links unchecked, files in the database, no system entries.
 */
public final class Settings {

    private final Clock clock;
    private final IdSource ids;
    private final Lifecycle lifecycle;
    private final Limits limits;
    private final Map<String, Department> departments;
    private final Set<String> categories;
    private final String defaultCategory;
    private final LinkResolver links;
    private final Optional<BlobStore> blobs;
    private final SystemEntries systemEntries;

    /** Whether the engine writes entries of its own into conversations. */
    public enum SystemEntries {
        /** It does not. */
        NONE,
        /** It does, for changes of status and assignee; requesters see them. */
        RECORDED
    }

    private Settings(
            Clock clock,
            IdSource ids,
            Lifecycle lifecycle,
            Limits limits,
            Map<String, Department> departments,
            Set<String> categories,
            String defaultCategory,
            LinkResolver links,
            Optional<BlobStore> blobs,
            SystemEntries systemEntries) {
        this.clock = clock;
        this.ids = ids;
        this.lifecycle = lifecycle;
        this.limits = limits;
        this.departments = departments;
        this.categories = categories;
        this.defaultCategory = defaultCategory;
        this.links = links;
        this.blobs = blobs;
        this.systemEntries = systemEntries;
    }

    /**
     * Gives the settings that hosts have unless they say otherwise.
     *
     * @return the defaults above
     */
    public static Settings defaults() {
        return new Settings(
                Clock.systemUTC(),
                IdSource.secure(),
                Lifecycle.standard(),
                Limits.defaults(),
                Map.of("general", Department.of("general", "General")),
                Set.of("technical", "billing", "account", "feature_request", "general"),
                "general",
                LinkResolver.unchecked(),
                Optional.empty(),
                SystemEntries.NONE);
    }

    /**
     * Sets the clock; it is read in whole milliseconds.
     *
     * @param with the clock
     * @return a copy
     */
    public Settings clock(Clock with) {
        return new Settings(
                with, ids, lifecycle, limits, departments, categories, defaultCategory, links, blobs, systemEntries);
    }

    /**
     * Sets where ids come from.
     *
     * @param with the source
     * @return a copy
     */
    public Settings ids(IdSource with) {
        return new Settings(
                clock, with, lifecycle, limits, departments, categories, defaultCategory, links, blobs, systemEntries);
    }

    /**
     * Sets statuses and moves.
     *
     * @param with the lifecycle
     * @return a copy
     */
    public Settings lifecycle(Lifecycle with) {
        return new Settings(
                clock, ids, with, limits, departments, categories, defaultCategory, links, blobs, systemEntries);
    }

    /**
     * Sets the limits.
     *
     * @param with the limits
     * @return a copy
     */
    public Settings limits(Limits with) {
        return new Settings(
                clock, ids, lifecycle, with, departments, categories, defaultCategory, links, blobs, systemEntries);
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
        return new Settings(
                clock, ids, lifecycle, limits, bySlug, categories, defaultCategory, links, blobs, systemEntries);
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
        return new Settings(
                clock, ids, lifecycle, limits, departments, Set.copyOf(with), otherwise, links, blobs, systemEntries);
    }

    /**
     * Sets who knows the host's objects.
     *
     * @param with the resolver
     * @return a copy
     */
    public Settings links(LinkResolver with) {
        return new Settings(
                clock, ids, lifecycle, limits, departments, categories, defaultCategory, with, blobs, systemEntries);
    }

    /**
     * Sets where files live, instead of the storage's own place.
     *
     * @param with the store
     * @return a copy
     */
    public Settings blobs(BlobStore with) {
        return new Settings(
                clock,
                ids,
                lifecycle,
                limits,
                departments,
                categories,
                defaultCategory,
                links,
                Optional.of(with),
                systemEntries);
    }

    /**
     * Sets whether the engine writes entries of its own.
     *
     * @param with the choice
     * @return a copy
     */
    public Settings systemEntries(SystemEntries with) {
        return new Settings(
                clock, ids, lifecycle, limits, departments, categories, defaultCategory, links, blobs, with);
    }

    /**
     * Gives the clock.
     *
     * @return the clock
     */
    public Clock clock() {
        return clock;
    }

    /**
     * Gives where ids come from.
     *
     * @return the source
     */
    public IdSource ids() {
        return ids;
    }

    /**
     * Gives statuses and moves.
     *
     * @return the lifecycle
     */
    public Lifecycle lifecycle() {
        return lifecycle;
    }

    /**
     * Gives the limits.
     *
     * @return the limits
     */
    public Limits limits() {
        return limits;
    }

    /**
     * Gives the departments.
     *
     * @return in the host's order; the first one is the default
     */
    public Collection<Department> departments() {
        return departments.values();
    }

    /**
     * Looks a department up.
     *
     * @param slug its slug
     * @return the department, if there is one
     */
    public Optional<Department> department(String slug) {
        return Optional.ofNullable(departments.get(slug));
    }

    /**
     * Gives the department that tickets get when nothing was said.
     *
     * @return the first one
     */
    public Department defaultDepartment() {
        return Objects.requireNonNull(departments.values().iterator().next());
    }

    /**
     * Gives the categories.
     *
     * @return in no order
     */
    public Set<String> categories() {
        return categories;
    }

    /**
     * Gives the category that tickets get when nothing was said.
     *
     * @return one of the categories
     */
    public String defaultCategory() {
        return defaultCategory;
    }

    /**
     * Gives who knows the host's objects.
     *
     * @return the resolver
     */
    public LinkResolver links() {
        return links;
    }

    /**
     * Gives where files live.
     *
     * @return empty for the storage's own place
     */
    public Optional<BlobStore> blobs() {
        return blobs;
    }

    /**
     * Says whether the engine writes entries of its own.
     *
     * @return the choice
     */
    public SystemEntries systemEntries() {
        return systemEntries;
    }
}
