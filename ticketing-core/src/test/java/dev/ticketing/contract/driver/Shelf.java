package dev.ticketing.contract.driver;

import dev.ticketing.OutsideFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The model's uploads: each waits a day for one message of its owner. */
final class Shelf {

    static final Duration LIFETIME = Duration.ofHours(24);
    private static final int MOST = 20;

    private final Map<Integer, Waiting> named = new HashMap<>();
    private List<Waiting> all = new ArrayList<>();

    /** An upload that no message has taken yet. */
    record Waiting(int id, Who owner, Optional<Case> ticket, long size, Instant at) {}

    Waiting put(int name, Who owner, Optional<Case> ticket, long size, Instant at) {
        Waiting upload = new Waiting(all.size() + 1_000 * name, owner, ticket, size, at);
        named.put(name, upload);
        all.add(upload);
        return upload;
    }

    boolean isWaiting(Waiting upload) {
        return all.contains(upload);
    }

    void sweep(Instant now) {
        all.removeIf(upload -> upload.at().isBefore(now.minus(LIFETIME)));
    }

    void take(Set<Waiting> used) {
        all.removeAll(used);
    }

    /** Says which uploads a message of somebody's takes, or nothing if it may not have these files. */
    Optional<Set<Waiting>> wanted(
            Who by,
            Optional<Case> ticket,
            List<Integer> names,
            List<OutsideFile> outside,
            boolean pinned,
            Set<Waiting> used,
            Instant now) {
        Set<Waiting> wanted = new LinkedHashSet<>();
        for (int name : names) {
            Waiting upload = named.get(name);
            if (upload == null || !isUsable(upload, by, ticket, used, now)) return Optional.empty();
            wanted.add(upload);
        }
        if (pinned)
            all.stream()
                    .filter(upload -> upload.ticket().isPresent() && isUsable(upload, by, ticket, used, now))
                    .forEach(wanted::add);
        Set<OutsideFile> others = new LinkedHashSet<>(outside);
        for (OutsideFile file : others)
            if (!Texts.isLine(file.filename(), 255) || !file.url().startsWith("https://")) return Optional.empty();
        return wanted.size() + others.size() > MOST ? Optional.empty() : Optional.of(wanted);
    }

    private boolean isUsable(Waiting upload, Who by, Optional<Case> ticket, Set<Waiting> used, Instant now) {
        return all.contains(upload)
                && !used.contains(upload)
                && upload.owner() == by
                && (upload.ticket().isEmpty()
                        || ticket.map(it -> it.ordinal).equals(upload.ticket().map(it -> it.ordinal)))
                && upload.at().plus(LIFETIME).isAfter(now);
    }
}
