package dev.ticketing.jdbc.faults;

import java.util.ArrayList;
import java.util.List;

/** What happened between a process and its files, and what it acknowledged, in one order. Thread-safe. */
final class DiskLog {

    /** One thing that happened. */
    sealed interface Event {}

    /** A file was made under a name; it is known by a number from then on. */
    record Created(String name, int file) implements Event {}

    /** Bytes were written. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Written(int file, long offset, byte[] bytes) implements Event {}

    /** A file was cut, or made longer. */
    record Resized(int file, long size) implements Event {}

    /** All that was written to a file until now is on the disk. */
    record Synced(int file) implements Event {}

    /** A name was taken away. */
    record Unlinked(String name) implements Event {}

    /** All names that were made or taken away until now are on the disk. */
    record FolderSynced() implements Event {}

    /** The process told somebody that this is done. */
    record Acknowledged(Done what) implements Event {}

    private final List<Event> events = new ArrayList<>();

    synchronized void add(Event event) {
        events.add(event);
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }
}
