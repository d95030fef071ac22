package dev.ticketing.jdbc.faults;

import dev.ticketing.Command;
import dev.ticketing.Desk;
import dev.ticketing.FileDraft;
import dev.ticketing.MessageDraft;
import dev.ticketing.Portal;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.Ticketing;
import dev.ticketing.contract.World;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Somebody who works on tickets of their own, and tells after each act what must be found from then on. Not thread-safe. */
final class Diligence {

    /** How a note begins that is written in one commit with the reply whose words follow. */
    static final String BEFORE = "before ";

    private final Portal portal;
    private final Desk desk;
    private final Random random;
    private final String name;
    private final List<TicketId> tickets = new ArrayList<>();
    private int acts;

    Diligence(Ticketing ticketing, long seed, String name) {
        this.portal = ticketing.portal(World.ADA);
        this.desk = ticketing.desk(World.GRACE);
        this.random = new Random(seed);
        this.name = name;
    }

    /** Does the next thing. @return what was acknowledged by it */
    Done act() {
        String words = name + " " + acts++;
        if (tickets.isEmpty() || random.nextInt(5) == 0) {
            TicketId opened = portal.open(TicketDraft.of("Something", words)).id();
            tickets.add(opened);
            return Done.of(opened.value(), words);
        }
        TicketId ticket = tickets.get(random.nextInt(tickets.size()));
        switch (random.nextInt(5)) {
            case 0 -> desk.note(ticket, words);
            case 1 -> portal.reply(ticket, words);
            case 2 -> {
                byte[] content = new byte[random.nextInt(100_000)];
                random.nextBytes(content);
                MessageDraft draft = MessageDraft.of(words)
                        .files(List.of(desk.upload(FileDraft.of("f.bin", new ByteArrayInputStream(content)))
                                .id()));
                desk.reply(ticket, draft);
                return Done.withFile(ticket.value(), words, content);
            }
            default ->
                desk.apply(
                        ticket,
                        new Command.AddNote(MessageDraft.of(BEFORE + words)),
                        new Command.Retitle(words),
                        new Command.Reply(MessageDraft.of(words)),
                        new Command.Resolve(Optional.of(words)));
        }
        return Done.of(ticket.value(), words);
    }
}
