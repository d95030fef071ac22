package dev.ticketing;

import dev.ticketing.spi.BlobStore;
import dev.ticketing.spi.IdSource;
import dev.ticketing.spi.LinkResolver;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What {@link Settings} hold. Written while they are made, never again. */
final class SettingsParts {

    Clock clock = Clock.systemUTC();
    IdSource ids = IdSource.secure();
    Lifecycle lifecycle = Lifecycle.standard();
    Limits limits = Limits.defaults();
    Map<String, Department> departments = Map.of("general", Department.of("general", "General"));
    Set<String> categories = Set.of("technical", "billing", "account", "feature_request", "general");
    String defaultCategory = "general";
    LinkResolver links = LinkResolver.unchecked();
    Optional<BlobStore> blobs = Optional.empty();
    Settings.SystemEntries systemEntries = Settings.SystemEntries.NONE;
    List<BiConsumer<FeedEntry, DeskReads>> beforeCommit = List.of();
    List<Consumer<FeedEntry>> afterCommit = List.of();
    List<Subscription> subscriptions = List.of();

    SettingsParts() {}

    SettingsParts(SettingsParts other) {
        clock = other.clock;
        ids = other.ids;
        lifecycle = other.lifecycle;
        limits = other.limits;
        departments = other.departments;
        categories = other.categories;
        defaultCategory = other.defaultCategory;
        links = other.links;
        blobs = other.blobs;
        systemEntries = other.systemEntries;
        beforeCommit = other.beforeCommit;
        afterCommit = other.afterCommit;
        subscriptions = other.subscriptions;
    }
}
