package dev.ticketing.contract;

import dev.ticketing.AgentId;
import dev.ticketing.Audience;
import dev.ticketing.Command;
import dev.ticketing.Condition;
import dev.ticketing.Desk;
import dev.ticketing.EntryId;
import dev.ticketing.FileRef;
import dev.ticketing.LinkRef;
import dev.ticketing.MessageDraft;
import dev.ticketing.Portal;
import dev.ticketing.PortalThread.PortalMessage;
import dev.ticketing.Priority;
import dev.ticketing.Requester;
import dev.ticketing.StatusKey;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.TicketThread.Entry;
import dev.ticketing.TicketThread.Note;
import dev.ticketing.error.ConflictException;
import dev.ticketing.error.TicketingException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A long conversation of several people about several tickets, from a seed. Public acts are chosen from what requesters may
 * see, so that the same seed gives the same ones whatever staff do among themselves in between. Refusals are part of it.
 */
public final class RandomHistory {

    private static final int MOST_TICKETS = 6;
    private static final List<Requester> REQUESTERS = List.of(World.ADA, World.CHARLES, World.BOB);

    private final World world;
    private final Random open;
    private final Random secret;
    private final List<TicketId> tickets = new ArrayList<>();
    private final StringBuilder answers = new StringBuilder();
    private Instant now = World.START;
    private int secrets;

    /** Begins. @param world an empty one @param seed what decides about all acts */
    public RandomHistory(World world, long seed) {
        this.world = world;
        this.open = new Random(seed);
        this.secret = new Random(~seed);
    }

    /** Lists the tickets. @return in the order of their opening */
    public List<TicketId> tickets() {
        return tickets;
    }

    /** Tells what requesters were answered. @return results and refusals of all public acts */
    public String answers() {
        return PortalView.shown(answers);
    }

    /** Does one thing that requesters may learn of. */
    public void act() {
        now = now.plus(Duration.ofSeconds(open.nextInt(3)));
        world.clock().set(now);
        if (tickets.isEmpty() || (tickets.size() < MOST_TICKETS && open.nextInt(20) == 0)) {
            Requester requester = pick(open, REQUESTERS);
            TicketDraft draft = draft();
            note(() -> {
                TicketId ticket =
                        world.ticketing().portal(requester).open(draft).id();
                tickets.add(ticket);
                return ticket;
            });
        } else {
            Supplier<Object> act = open.nextInt(3) == 0 ? requestersAct() : staffAct();
            note(act);
        }
    }

    /** Does one thing that staff keep to themselves, half a second after the last public act. */
    public void keepSecret() {
        if (tickets.isEmpty()) return;
        world.clock().set(now.plusMillis(500));
        TicketId ticket = pick(secret, tickets);
        Desk desk = secret.nextBoolean() ? world.grace() : world.robot();
        String words = "secret " + Crowd.WORDS.get(secret.nextInt(Crowd.WORDS.size())) + " " + secrets++;
        try {
            switch (secret.nextInt(7)) {
                case 0, 1 -> desk.note(ticket, words);
                case 2 -> desk.apply(ticket, new Command.Tag(Audience.DESK, List.of("i" + secret.nextInt(5))));
                case 3 -> desk.apply(ticket, new Command.Untag(Audience.DESK, List.of("i" + secret.nextInt(5))));
                case 4 -> editNote(desk, ticket, words);
                case 5 -> {
                    FileRef file =
                            desk.upload(AttachmentContract.file("secret.txt")).id();
                    desk.note(ticket, MessageDraft.of(words).files(List.of(file)));
                }
                default -> desk.apply(ticket, new Command.AddNote(MessageDraft.of(words)), new Command.Retitle(""));
            }
        } catch (TicketingException refused) {
            // a refusal leaves nothing, which is what is tried here
        }
        world.clock().set(now);
    }

    private Supplier<Object> requestersAct() {
        Portal portal = world.ticketing().portal(pick(open, REQUESTERS));
        TicketId ticket = pick(open, tickets);
        String words = words();
        long back = open.nextInt(2);
        return switch (open.nextInt(6)) {
            case 0, 1 -> () -> portal.reply(ticket, words);
            case 2 -> () -> portal.close(ticket);
            case 3 -> () -> portal.reopen(ticket);
            case 4 ->
                () -> {
                    long version = portal.get(ticket).version() - back;
                    return portal.when(
                                    Condition.version(version),
                                    Condition.seenUpTo(portal.get(ticket).seq() - back))
                            .reply(ticket, words);
                };
            default ->
                () -> {
                    portal.upload(AttachmentContract.file(words).pinnedTo(ticket));
                    return portal.reply(ticket, MessageDraft.of(words).withPinnedUploads());
                };
        };
    }

    private Supplier<Object> staffAct() {
        Desk desk = open.nextBoolean() ? world.grace() : world.robot();
        TicketId ticket = pick(open, tickets);
        Command first = command(ticket);
        if (open.nextInt(5) > 0) return () -> desk.apply(ticket, first).shared();
        Command second = command(ticket);
        Command third = command(ticket);
        return () -> desk.apply(ticket, first, second, third).shared();
    }

    private Command command(TicketId ticket) {
        String words = words();
        StatusKey status = pick(open, LifecycleContract.allStatuses());
        LinkRef link = new LinkRef("order", "o" + open.nextInt(3));
        List<String> tags = List.of("t" + open.nextInt(5), "u" + open.nextInt(5));
        List<String> addresses = List.of("a" + open.nextInt(4) + "@example.org");
        return switch (open.nextInt(22)) {
            case 0, 1 -> new Command.Reply(MessageDraft.of(words));
            case 2 -> new Command.Reply(MessageDraft.of(words).markedEncrypted().thenStatus(status));
            case 3 -> new Command.Edit(publicEntry(ticket), words);
            case 4 -> new Command.EditOpening(words);
            case 5 -> new Command.Assign(AgentId.of(open.nextBoolean() ? "ben" : "grace"));
            case 6 -> new Command.Take();
            case 7 -> new Command.Release();
            case 8, 9 -> new Command.Move(status);
            case 10 -> new Command.Resolve(open.nextBoolean() ? Optional.of(words) : Optional.empty());
            case 11 -> new Command.Conclude(open.nextBoolean() ? Optional.of(words) : Optional.empty());
            case 12 -> new Command.Reopen();
            case 13 -> new Command.Transfer(pick(open, List.of("general", "billing", "vps", "sales")));
            case 14 -> new Command.Prioritise(pick(open, List.of(Priority.values())));
            case 15 -> new Command.Categorise(pick(open, List.of("general", "billing", "account")));
            case 16 -> new Command.Retitle(words);
            case 17 -> new Command.Tag(Audience.PORTAL, tags);
            case 18 -> open.nextBoolean() ? new Command.Untag(Audience.PORTAL, tags) : new Command.Retag(tags);
            case 19 -> open.nextBoolean() ? new Command.AddLink(link) : new Command.Unlink(link);
            case 20 -> open.nextBoolean() ? new Command.Cc(addresses) : new Command.Uncc(addresses);
            default -> new Command.Attach(List.of(AttachmentContract.outside(words.replace(' ', '-'))));
        };
    }

    private EntryId publicEntry(TicketId ticket) {
        List<PortalMessage> messages =
                world.grace().asPortal().thread(ticket, ThreadQuery.whole()).messages();
        return pick(open, messages).id();
    }

    private void editNote(Desk desk, TicketId ticket, String words) {
        List<Entry> notes = desk.thread(ticket, ThreadQuery.whole()).entries().stream()
                .filter(entry -> entry instanceof Note)
                .toList();
        if (!notes.isEmpty()) desk.edit(ticket, pick(secret, notes).id(), words);
    }

    private TicketDraft draft() {
        TicketDraft draft = TicketDraft.of(words(), words())
                .priority(pick(open, List.of(Priority.values())))
                .tag("t" + open.nextInt(3));
        if (open.nextBoolean()) draft = draft.criticalReason(words()).cc("eve@example.org");
        if (open.nextBoolean())
            draft = draft.link("order", "o1").aiSummary(words()).aiHelpful(open.nextBoolean());
        return draft;
    }

    private String words() {
        return pick(open, Crowd.WORDS) + " " + pick(open, Crowd.WORDS) + " " + open.nextInt(1000);
    }

    /** Only what the requester's side may see of an answer is noted. */
    private void note(Supplier<Object> act) {
        try {
            answers.append(act.get()).append('\n');
        } catch (ConflictException refused) {
            answers.append(refused.getMessage()).append(refused.changed()).append('\n');
        } catch (TicketingException refused) {
            answers.append(refused.getMessage()).append('\n');
        }
    }

    private static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
