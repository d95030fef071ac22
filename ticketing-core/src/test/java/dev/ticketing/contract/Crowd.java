package dev.ticketing.contract;

import dev.ticketing.Agent;
import dev.ticketing.AgentId;
import dev.ticketing.Audience;
import dev.ticketing.Caller;
import dev.ticketing.Command;
import dev.ticketing.Desk;
import dev.ticketing.Priority;
import dev.ticketing.Requester;
import dev.ticketing.StatusKey;
import dev.ticketing.TenantId;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Many tickets of many people in two tenants, from a seed; several share a time, so that ties must be broken. */
public final class Crowd {

    /** The other tenant. */
    public static final TenantId ELSEWHERE = TenantId.of("elsewhere");

    /** Words that tickets are written with. */
    public static final List<String> WORDS =
            List.of("printer", "invoice", "fire", "server", "Straße", "naïve", "über", "backup", "e-mail", "4711");

    private static final List<Requester> REQUESTERS = List.of(
            World.ADA, World.CHARLES, World.BOB, Requester.of("ADA"), World.ADA.tenant(ELSEWHERE), Requester.of("eve"));
    private static final List<String> DEPARTMENTS = List.of("general", "billing", "vps");
    private static final List<String> CATEGORIES = List.of("technical", "billing", "account", "general");

    private final World world;
    private final Random random;
    private final List<TicketId> tickets = new ArrayList<>();

    private Crowd(World world, long seed) {
        this.world = world;
        this.random = new Random(seed);
    }

    /** Fills a world. @param world an empty one @param seed what decides @param tickets how many @return their ids, oldest first */
    public static List<TicketId> fill(World world, long seed, int tickets) {
        Crowd crowd = new Crowd(world, seed);
        for (int i = 0; i < tickets; i++) crowd.openOne();
        return crowd.tickets;
    }

    /** Lists callers of every role. @return requesters and agents of both tenants */
    public static List<Caller> callers() {
        List<Caller> callers = new ArrayList<>(REQUESTERS);
        callers.add(Requester.of("nobody"));
        callers.add(World.GRACE);
        callers.add(World.BEN);
        callers.add(World.ROBOT);
        callers.add(Agent.of("many").departments(Set.of("billing", "vps")));
        callers.add(Agent.of("none").departments(Set.of("sales")));
        callers.add(World.GRACE.tenant(ELSEWHERE));
        callers.add(World.BEN.tenant(ELSEWHERE));
        callers.add(World.GRACE.tenant(TenantId.of("empty")));
        return callers;
    }

    private void openOne() {
        if (random.nextInt(3) > 0) world.clock().advance(Duration.ofMillis(random.nextInt(5)));
        Requester requester = pick(REQUESTERS);
        Desk desk = world.ticketing().desk(World.GRACE.tenant(requester.tenant()));
        TicketDraft draft = TicketDraft.of(words(3), words(6))
                .priority(pick(List.of(Priority.values())))
                .criticalReason("down")
                .category(pick(CATEGORIES))
                .department(pick(DEPARTMENTS));
        TicketId ticket = desk.open(requester, draft).id();
        tickets.add(ticket);
        live(ticket, desk, requester);
    }

    private void live(TicketId ticket, Desk desk, Requester requester) {
        for (int i = random.nextInt(4); i > 0; i--) {
            if (random.nextInt(3) > 0) world.clock().advance(Duration.ofMillis(random.nextInt(5)));
            switch (random.nextInt(6)) {
                case 0 -> desk.reply(ticket, words(4));
                case 1 -> desk.note(ticket, "note " + words(4));
                case 2 -> world.ticketing().portal(requester).reply(ticket, words(4));
                case 3 -> desk.assign(ticket, AgentId.of(random.nextBoolean() ? "ben" : "grace"));
                case 4 -> desk.apply(ticket, new Command.Tag(Audience.DESK, List.of(words(1))));
                default -> desk.tag(ticket, words(1));
            }
        }
        List<StatusKey> statuses = LifecycleContract.allStatuses();
        if (random.nextBoolean() && !desk.get(ticket).status().category().isDone()) desk.move(ticket, pick(statuses));
    }

    private String words(int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) words.add(pick(WORDS));
        return String.join(" ", words);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
