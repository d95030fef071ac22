package dev.ticketing.jdbc.campaign;

import dev.ticketing.Agent;
import dev.ticketing.Desk;
import dev.ticketing.StatusKey;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketId;
import dev.ticketing.TicketThread;
import dev.ticketing.TicketThread.Entry;
import dev.ticketing.Ticketing;
import dev.ticketing.error.ConflictException;
import dev.ticketing.error.ContentionException;
import dev.ticketing.jdbc.campaign.Act.Kind;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One client: replies, tags, moves, takes, releases and reads, one after the other, and tells what was acknowledged. */
final class Client {

    private static final List<StatusKey> STATUSES =
            List.of(StatusKey.IN_PROGRESS, StatusKey.PENDING, StatusKey.ON_HOLD);

    private final int number;
    private final Desk desk;
    private final List<TicketId> tickets;
    private final Consumer<Act> told;
    private final Random random;
    private final Set<Integer> held = new TreeSet<>();

    Client(int number, Ticketing ticketing, List<TicketId> tickets, long seed, Consumer<Act> told) {
        this.number = number;
        this.desk = ticketing.desk(Agent.of("agent" + number));
        this.tickets = tickets;
        this.told = told;
        this.random = new Random(seed * 31 + number);
    }

    void act(int times) {
        for (int i = 0; i < times; i++) {
            // the first ticket is everybody's favourite
            int ticket = random.nextInt(3) == 0 ? 0 : random.nextInt(tickets.size());
            act(ticket, number + "-" + i);
        }
    }

    private void act(int ticket, String word) {
        TicketId id = tickets.get(ticket);
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 ->
                tell(ticket, Kind.REPLY, () -> desk.reply(id, word).seq(), List.of(word));
            case 8 -> tell(ticket, Kind.TAG, () -> desk.tag(id, word).version(), List.of(word));
            case 9, 10, 11 -> {
                StatusKey status = STATUSES.get(random.nextInt(STATUSES.size()));
                tell(ticket, Kind.MOVE, () -> desk.move(id, status).version(), List.of(status.value()));
            }
            case 12, 13, 14, 15 -> takeOrRelease(ticket, id);
            default -> read(ticket, id);
        }
    }

    private void takeOrRelease(int ticket, TicketId id) {
        if (held.remove(ticket)) {
            tell(ticket, Kind.RELEASE, () -> desk.release(id).version(), List.of());
            return;
        }
        try {
            tell(ticket, Kind.TAKE, () -> desk.take(id).version(), List.of());
            held.add(ticket);
        } catch (ConflictException taken) {
            // somebody else has it, which is an answer, too
        }
    }

    private void read(int ticket, TicketId id) {
        long start = System.nanoTime();
        TicketThread thread = desk.thread(id, ThreadQuery.whole());
        long end = System.nanoTime();
        List<String> words = thread.entries().stream().map(Entry::text).toList();
        told.accept(
                new Act(number, start, end, ticket, Kind.READ, thread.ticket().version(), words));
    }

    /** Contention stored nothing, so the act is tried again; the time before it does not count. */
    private void tell(int ticket, Kind kind, Supplier<Long> act, List<String> words) {
        while (true) {
            long start = System.nanoTime();
            try {
                long at = act.get();
                told.accept(new Act(number, start, System.nanoTime(), ticket, kind, at, words));
                return;
            } catch (ContentionException again) {
                Thread.onSpinWait();
            }
        }
    }
}
