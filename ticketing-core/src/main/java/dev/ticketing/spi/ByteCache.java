package dev.ticketing.spi;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Keeps what was used last, up to a number of bytes, for adapters that keep what they made of tickets. In several parts with a lock
 * each, held for a look into a map and no longer, so that nobody waits for long. Thread-safe.
 *
 * @param <K> what a value is found by, with {@code equals} and {@code hashCode}
 * @param <V> what is kept; immutable, since all who find it share it
 */
public final class ByteCache<K, V> {

    private static final int PARTS = 8;

    private final ToLongFunction<V> weight;
    private final boolean keepsNothing;
    private final List<Part<K, V>> parts = new ArrayList<>();

    /**
     * Makes an empty one.
     *
     * @param bytes the bound; what weighs more than an eighth of it is not kept, so 0 keeps nothing
     * @param weight how many bytes a value takes, with its key and all
     */
    public ByteCache(long bytes, ToLongFunction<V> weight) {
        this.weight = weight;
        this.keepsNothing = bytes < PARTS;
        for (int i = 0; i < PARTS; i++) parts.add(new Part<>(bytes / PARTS));
    }

    /**
     * Looks a value up.
     *
     * @param key what it was kept by
     * @return the value, or empty if it is not kept, or not any more
     */
    public Optional<V> get(K key) {
        return part(key).get(key);
    }

    /**
     * Keeps a value instead of the one that was kept by the key, and lets go of what was not used for longest.
     *
     * @param key what to find it by
     * @param value the value
     */
    public void put(K key, V value) {
        if (keepsNothing) return;
        part(key).put(key, new Weighed<>(value, weight.applyAsLong(value)));
    }

    /**
     * Says how many bytes are kept.
     *
     * @return the sum of weights
     */
    public long bytes() {
        return parts.stream().mapToLong(Part::bytes).sum();
    }

    private Part<K, V> part(K key) {
        int hash = key.hashCode();
        return parts.get((hash ^ hash >>> 16) & (PARTS - 1));
    }

    /** A value and what it was found to weigh when it came. */
    private record Weighed<V>(V value, long bytes) {}

    private static final class Part<K, V> {

        private static final int FEW = 16;
        private static final float FULL = 0.75f;

        private final long most;
        private final LinkedHashMap<K, Weighed<V>> values = new LinkedHashMap<>(FEW, FULL, true);
        private long bytes;

        Part(long most) {
            this.most = most;
        }

        synchronized Optional<V> get(K key) {
            return Optional.ofNullable(values.get(key)).map(Weighed::value);
        }

        synchronized void put(K key, Weighed<V> more) {
            Weighed<V> before = values.remove(key);
            if (before != null) bytes -= before.bytes();
            if (more.bytes() > most) return;
            values.put(key, more);
            bytes += more.bytes();
            Iterator<Weighed<V>> oldest = values.values().iterator();
            while (bytes > most) {
                bytes -= oldest.next().bytes();
                oldest.remove();
            }
        }

        synchronized long bytes() {
            return bytes;
        }
    }
}
