package dev.ticketing.contract;

import dev.ticketing.Agent;
import dev.ticketing.AgentId;
import dev.ticketing.Audience;
import dev.ticketing.Command;
import dev.ticketing.Condition;
import dev.ticketing.Desk;
import dev.ticketing.LinkRef;
import dev.ticketing.MessageDraft;
import dev.ticketing.OutsideFile;
import dev.ticketing.PortalTicket;
import dev.ticketing.Priority;
import dev.ticketing.StatusKey;
import dev.ticketing.ThreadQuery;
import dev.ticketing.Ticket;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.TicketThread;
import dev.ticketing.TicketThread.Entry;
import dev.ticketing.error.TicketingException;
import dev.ticketing.spi.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Two people at one ticket: every pair of commands, in both orders, and decided on the same base. */
public final class Pairs {

    /** What the ticket is before the two come. */
    public enum Base {
        /** Open, with tags, a copy address and a link. */
        OPEN,
        /** The same, resolved. */
        RESOLVED,
        /** The same, closed. */
        CLOSED
    }

    /**
     * What came of two commands, one after the other.
     *
     * @param first the refusal of the first one, or empty
     * @param second the refusal of the second one, or empty
     * @param after the ticket afterwards, without versions, times and the order of entries
     */
    public record Outcome(Optional<TicketingException> first, Optional<TicketingException> second, String after) {

        /** Says whether both landed. @return whether nothing was refused */
        public boolean landed() {
            return first.isEmpty() && second.isEmpty();
        }

        /** Names both endings. @return the codes and the ticket afterwards, to be compared */
        @Override
        public String toString() {
            return first.map(TicketingException::code) + " " + second.map(TicketingException::code) + " " + after;
        }
    }

    private static final Agent HAL = Agent.of("hal");

    private final World world;
    private final TicketId ticket;

    private Pairs(World world, Base base) {
        this.world = world;
        ticket = world.open(TicketDraft.of("Printer", "It burns.")
                .tag("x")
                .tag("y")
                .cc("x@example.org")
                .cc("y@example.org")
                .link("order", "8")
                .link("order", "9"));
        world.robot().note(ticket, "a note");
        if (base == Base.RESOLVED) world.robot().resolve(ticket, "done");
        if (base == Base.CLOSED) world.robot().close(ticket);
    }

    /** Puts a ticket into an empty storage. @param storage an empty one @param base what the ticket is like @return the pair's place */
    public static Pairs at(Storage storage, Base base) {
        return in(World.over(storage), base);
    }

    /** Opens a ticket in a world. @param world where @param base what the ticket is like @return the pair's place */
    public static Pairs in(World world, Base base) {
        return new Pairs(world, base);
    }

    /** Gives the commands' names. @return in the order of {@link Command} */
    public static List<String> names() {
        return Stream.of(Command.class.getPermittedSubclasses())
                .flatMap(type -> type.isRecord() ? Stream.of(type) : Stream.of(type.getPermittedSubclasses()))
                .map(Class::getSimpleName)
                .distinct()
                .sorted()
                .toList();
    }

    /** Gives one command of a name. @param name its simple name @param second whether it is the second person's @return one that changes something */
    public Command command(String name, boolean second) {
        String word = second ? "second" : "first";
        String element = second ? "y" : "x";
        return switch (name) {
            case "AddLink" -> new Command.AddLink(new LinkRef("order", second ? "2" : "1"));
            case "AddNote" -> new Command.AddNote(MessageDraft.of(word));
            case "Assign" -> new Command.Assign(AgentId.of(word));
            case "Attach" ->
                new Command.Attach(List.of(new OutsideFile(word, "https://example.org/" + word, 1, "text/plain")));
            case "Categorise" -> new Command.Categorise(second ? "billing" : "account");
            case "Cc" -> new Command.Cc(List.of(word + "@example.org"));
            case "Close" -> new Command.Close();
            case "Conclude" -> new Command.Conclude(Optional.of(word));
            case "Edit" -> new Command.Edit(entry(1), word);
            case "EditOpening" -> new Command.EditOpening("opening " + word);
            case "Move" -> new Command.Move(second ? StatusKey.ON_HOLD : StatusKey.IN_PROGRESS);
            case "Prioritise" -> new Command.Prioritise(second ? Priority.HIGH : Priority.LOW);
            case "Release" -> new Command.Release();
            case "Reopen" -> new Command.Reopen();
            case "Reply" -> new Command.Reply(MessageDraft.of(word));
            case "Resolve" -> new Command.Resolve(Optional.of(word));
            case "Retag" -> new Command.Retag(List.of(word));
            case "Retitle" -> new Command.Retitle(word);
            case "Tag" -> new Command.Tag(Audience.PORTAL, List.of(word));
            case "Take" -> new Command.Take();
            case "Transfer" -> new Command.Transfer(second ? "vps" : "billing");
            case "Uncc" -> new Command.Uncc(List.of(element + "@example.org"));
            case "Unlink" -> new Command.Unlink(new LinkRef("order", second ? "9" : "8"));
            case "Untag" -> new Command.Untag(Audience.PORTAL, List.of(element));
            default -> throw new AssertionError("no example of " + name);
        };
    }

    private dev.ticketing.EntryId entry(int index) {
        return world.grace()
                .thread(ticket, ThreadQuery.whole())
                .entries()
                .get(index)
                .id();
    }

    /** Gives the ticket. @return as staff see it */
    public Ticket ticket() {
        return world.desk(ticket);
    }

    /** Gives what happened. @return all events */
    public List<dev.ticketing.TicketEvent> events() {
        return world.history(ticket);
    }

    /** One after the other. @param first of Grace @param second of Hal @param under what the second one demands @return what came of it */
    public Outcome inTurn(Command first, Command second, Condition... under) {
        Optional<TicketingException> one = refusal(() -> world.grace().apply(ticket, first));
        return outcome(one, refusal(() -> hal(world).when(under).apply(ticket, second)));
    }

    /** The second one is decided before the first one commits. @param first of Grace @param second of Hal @return what came of it */
    public Outcome onOneBase(Command first, Command second) {
        List<Optional<TicketingException>> one = new ArrayList<>();
        Storage overtaken =
                Overtaken.by(() -> one.add(refusal(() -> world.grace().apply(ticket, first))), world.storage());
        Optional<TicketingException> two =
                refusal(() -> hal(world.seenThrough(overtaken)).apply(ticket, second));
        // what changes nothing, or is refused, meets nobody
        if (one.isEmpty()) one.add(refusal(() -> world.grace().apply(ticket, first)));
        return outcome(one.get(0), two);
    }

    private static Desk hal(World world) {
        return world.ticketing().desk(HAL);
    }

    private Outcome outcome(Optional<TicketingException> one, Optional<TicketingException> two) {
        TicketThread thread = world.grace().thread(ticket, ThreadQuery.whole());
        PortalTicket it = thread.ticket().shared();
        List<String> entries =
                thread.entries().stream().map(Entry::text).sorted().toList();
        String after = Stream.of(
                        it.subject(),
                        it.status().key(),
                        it.priority(),
                        it.category(),
                        it.department().slug(),
                        it.assignee(),
                        it.tags().stream().sorted().toList(),
                        it.cc().stream().sorted().toList(),
                        it.links().stream().map(Object::toString).sorted().toList(),
                        it.resolution(),
                        it.reopenedCount(),
                        it.resolvedAt().isPresent(),
                        it.closedAt().isPresent(),
                        thread.attachments().stream()
                                .map(file -> file.filename())
                                .sorted()
                                .toList(),
                        entries)
                .map(Object::toString)
                .toList()
                .toString();
        return new Outcome(one, two, after);
    }

    private static Optional<TicketingException> refusal(Supplier<Object> act) {
        try {
            act.get();
            return Optional.empty();
        } catch (TicketingException refused) {
            return Optional.of(refused);
        }
    }
}
