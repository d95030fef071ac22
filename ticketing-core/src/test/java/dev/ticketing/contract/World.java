package dev.ticketing.contract;

import dev.ticketing.Agent;
import dev.ticketing.Department;
import dev.ticketing.Desk;
import dev.ticketing.Portal;
import dev.ticketing.PortalTicket;
import dev.ticketing.Requester;
import dev.ticketing.Settings;
import dev.ticketing.Ticket;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketId;
import dev.ticketing.TicketRef;
import dev.ticketing.Ticketing;
import dev.ticketing.spi.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A small support desk for tests: a storage, a clock that stands, ids that count, and people. Ada and Charles share an
 * account, Bob has his own; Grace works everywhere, Ben in billing only, the robot is automation.
 */
public final class World {

    /** What the clock shows at first; not a whole second, on the day that summer time begins in Europe. */
    public static final Instant START = Instant.parse("2026-03-29T00:59:59.987Z");

    /** A requester with name and address. */
    public static final Requester ADA =
            Requester.of("ada").name("Ada Lovelace").email("ada@example.org").account("analytical");

    /** A colleague of Ada's. */
    public static final Requester CHARLES = Requester.of("charles").account("analytical");

    /** A requester of another account. */
    public static final Requester BOB = Requester.of("bob").name("Bob");

    /** A person who works in all departments. */
    public static final Agent GRACE = Agent.of("grace").name("Grace Hopper");

    /** A person who works in billing only. */
    public static final Agent BEN = Agent.of("ben").departments(Set.of("billing"));

    /** A program that works at the desk. */
    public static final Agent ROBOT = Agent.system("robot");

    private final Storage storage;
    private final TestClock clock;
    private final Ticketing ticketing;

    private World(Storage storage, TestClock clock, Settings settings) {
        this.storage = storage;
        this.clock = clock;
        this.ticketing = Ticketing.over(storage, settings);
    }

    /**
     * Opens a desk.
     *
     * @param storage where its tickets live
     * @return the world
     */
    public static World over(Storage storage) {
        TestClock clock = new TestClock(START);
        return new World(storage, clock, settings(clock));
    }

    /**
     * Decides what this desk is like, for doors that are not opened over a storage.
     *
     * @param clock the clock
     * @return ids that count, three departments
     */
    public static Settings settings(TestClock clock) {
        return Settings.defaults()
                .clock(clock)
                .ids(new CountingIds())
                .departments(List.of(
                        Department.of("general", "General"),
                        Department.of("billing", "Billing"),
                        Department.of("vps", "Servers")));
    }

    /**
     * Opens a second door over the same tickets.
     *
     * @param change what is different there
     * @return a world with the same storage and clock
     */
    public World with(UnaryOperator<Settings> change) {
        return new World(storage, clock, change.apply(ticketing.settings()));
    }

    /**
     * Opens another door to the same tickets.
     *
     * @param seenThrough a storage in front of this world's own
     * @return a world with the same settings and clock
     */
    World seenThrough(Storage seenThrough) {
        return new World(seenThrough, clock, ticketing.settings());
    }

    /** Gives the storage. @return where the tickets live */
    public Storage storage() {
        return storage;
    }

    /** Gives the clock. @return the one that the desk reads */
    public TestClock clock() {
        return clock;
    }

    /** Gives the front door. @return the door */
    public Ticketing ticketing() {
        return ticketing;
    }

    /** Gives Ada's portal. @return the portal */
    public Portal ada() {
        return ticketing.portal(ADA);
    }

    /** Gives Charles' portal. @return the portal */
    public Portal charles() {
        return ticketing.portal(CHARLES);
    }

    /** Gives Bob's portal. @return the portal */
    public Portal bob() {
        return ticketing.portal(BOB);
    }

    /** Gives Grace's desk. @return the desk */
    public Desk grace() {
        return ticketing.desk(GRACE);
    }

    /** Gives Ben's desk. @return the desk */
    public Desk ben() {
        return ticketing.desk(BEN);
    }

    /** Gives the robot's desk. @return the desk */
    public Desk robot() {
        return ticketing.desk(ROBOT);
    }

    /** Moves the clock by a second. */
    public void tick() {
        clock.advance(Duration.ofSeconds(1));
    }

    /** Lets Ada open a ticket. @return its id */
    public TicketId open() {
        return open(draft());
    }

    /** Lets Ada open a ticket. @param draft what she says @return its id */
    public TicketId open(TicketDraft draft) {
        return ada().open(draft).id();
    }

    /** Gives a plain draft. @return a subject and a text */
    public static TicketDraft draft() {
        return TicketDraft.of("Printer on fire", "It burns since noon.");
    }

    /** Reads a ticket as staff. @param ticket which @return it */
    public Ticket desk(TicketRef ticket) {
        return grace().get(ticket);
    }

    /** Reads a ticket as Ada. @param ticket which @return it */
    public PortalTicket portal(TicketRef ticket) {
        return ada().get(ticket);
    }

    /** Reads all that happened to a ticket, page by page. @param ticket which @return its events */
    public List<TicketEvent> history(TicketRef ticket) {
        List<TicketEvent> events = new ArrayList<>();
        List<TicketEvent> page = grace().history(ticket, 0);
        while (!page.isEmpty()) {
            events.addAll(page);
            long last = events.get(events.size() - 1).version();
            if (last < events.size()) throw new AssertionError("versions do not rise");
            page = grace().history(ticket, last);
        }
        return events;
    }
}
