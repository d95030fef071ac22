package dev.ticketing;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;

/**
 * A lasting wish to be told of every event, kept by name in the database: deliveries go on where they stopped, whatever process
 * does the {@link Work}. At least once, in order per ticket; a ticket that fails delays no other. Immutable; every bare noun
 * gives a copy.
 *
 * <p>Defaults: begins with what is committed after the door was first built with it, parks a ticket after 12 attempts in a row,
 * waits 10 seconds after the first and twice as long after each further one, at most an hour, each time between half and all of
 * that by chance; a worker has 2 minutes for an event before another may take it over.
 */
public final class Subscription {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    private final Parts parts;

    private Subscription(Parts parts) {
        this.parts = parts;
    }

    /**
     * Subscribes to everything, as staff see it.
     *
     * @param name what it is kept under: 1 to 64 lower-case letters, digits, {@code -} and {@code _}
     * @param subscriber what takes the events
     * @return a subscription with the defaults above
     */
    public static Subscription desk(String name, Subscriber<FeedEntry> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber == null");
        return new Subscription(new Parts(name, Optional.of(subscriber), Optional.empty()));
    }

    /**
     * Subscribes to what requesters may learn of; the events have no place for anything else.
     *
     * @param name what it is kept under: 1 to 64 lower-case letters, digits, {@code -} and {@code _}
     * @param subscriber what takes the events
     * @return a subscription with the defaults above
     */
    public static Subscription portal(String name, Subscriber<PortalEvent> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber == null");
        return new Subscription(new Parts(name, Optional.empty(), Optional.of(subscriber)));
    }

    /**
     * Begins with the first event that was ever committed.
     *
     * @return a copy; changes nothing for a name that was there before
     */
    public Subscription fromBeginning() {
        return with(copy -> copy.fromBeginning = true);
    }

    /**
     * Sets how often an event is tried before its ticket is parked.
     *
     * @param most at least 1
     * @return a copy
     */
    public Subscription attempts(int most) {
        if (most < 1) throw new IllegalArgumentException("attempts must be at least 1");
        return with(copy -> copy.attempts = most);
    }

    /**
     * Sets how long to wait after a failure.
     *
     * @param first after the first attempt; doubles with each
     * @param longest never longer than this
     * @return a copy
     */
    public Subscription backoff(Duration first, Duration longest) {
        requirePositive(first);
        if (longest.compareTo(first) < 0) throw new IllegalArgumentException("the longest pause is below the first");
        return with(copy -> {
            copy.firstPause = first;
            copy.longestPause = longest;
        });
    }

    /**
     * Sets where the chance in pauses comes from.
     *
     * @param chance gives numbers from 0 to below 1; thread-safe
     * @return a copy
     */
    public Subscription jitter(DoubleSupplier chance) {
        return with(copy -> copy.jitter = Objects.requireNonNull(chance, "chance == null"));
    }

    /**
     * Sets how long a worker has for an event before another may take it over.
     *
     * @param span longer than the subscriber ever takes
     * @return a copy
     */
    public Subscription lease(Duration span) {
        requirePositive(span);
        return with(copy -> copy.lease = span);
    }

    /** {@return what it is kept under} */
    public String name() {
        return parts.name;
    }

    /** {@return whose events it gets} */
    public Audience audience() {
        return parts.forPortal.isPresent() ? Audience.PORTAL : Audience.DESK;
    }

    /** {@return what takes the events, if it takes everything} */
    public Optional<Subscriber<FeedEntry>> forDesk() {
        return parts.forDesk;
    }

    /** {@return what takes the events, if it takes what requesters may learn of} */
    public Optional<Subscriber<PortalEvent>> forPortal() {
        return parts.forPortal;
    }

    /** {@return whether a new name begins with the first event} */
    public boolean beginsAtBeginning() {
        return parts.fromBeginning;
    }

    /** {@return how often an event is tried before its ticket is parked} */
    public int attempts() {
        return parts.attempts;
    }

    /** {@return how long a worker has for an event} */
    public Duration lease() {
        return parts.lease;
    }

    /**
     * Says how long to wait before the next attempt.
     *
     * @param failures how often the event failed by now; from 1
     * @param asked the least pause that the subscriber asked for; zero for none
     * @return between half and all of the doubled pause, by chance; at least a millisecond
     */
    public Duration pauseAfter(long failures, Duration asked) {
        long longest = parts.longestPause.toMillis();
        long doubled = parts.firstPause.toMillis();
        for (long i = 1; i < failures && doubled < longest; i++) doubled *= 2;
        long whole = Math.min(doubled, longest);
        long pause = whole / 2 + (long) (parts.jitter.getAsDouble() * (whole - whole / 2));
        return Duration.ofMillis(Math.max(1, Math.max(pause, Math.min(asked.toMillis(), longest))));
    }

    private Subscription with(Consumer<Parts> change) {
        Parts copy = new Parts(parts);
        change.accept(copy);
        return new Subscription(copy);
    }

    private static void requirePositive(Duration span) {
        if (span.toMillis() < 1) throw new IllegalArgumentException("must be at least a millisecond");
    }

    /** Written while it is made, never again. */
    private static final class Parts {

        private final String name;
        private final Optional<Subscriber<FeedEntry>> forDesk;
        private final Optional<Subscriber<PortalEvent>> forPortal;
        private boolean fromBeginning;
        private int attempts = 12;
        private Duration firstPause = Duration.ofSeconds(10);
        private Duration longestPause = Duration.ofHours(1);
        private Duration lease = Duration.ofMinutes(2);
        private DoubleSupplier jitter = () -> ThreadLocalRandom.current().nextDouble();

        Parts(String name, Optional<Subscriber<FeedEntry>> forDesk, Optional<Subscriber<PortalEvent>> forPortal) {
            if (!NAME.matcher(name).matches())
                throw new IllegalArgumentException(
                        "the name of a subscription must be 1 to 64 lower-case letters, digits, - and _");
            this.name = name;
            this.forDesk = forDesk;
            this.forPortal = forPortal;
        }

        Parts(Parts other) {
            name = other.name;
            forDesk = other.forDesk;
            forPortal = other.forPortal;
            fromBeginning = other.fromBeginning;
            attempts = other.attempts;
            firstPause = other.firstPause;
            longestPause = other.longestPause;
            lease = other.lease;
            jitter = other.jitter;
        }
    }
}
