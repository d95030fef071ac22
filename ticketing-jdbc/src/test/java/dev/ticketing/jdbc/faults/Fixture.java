package dev.ticketing.jdbc.faults;

import dev.ticketing.AgentId;
import dev.ticketing.Audience;
import dev.ticketing.Command;
import dev.ticketing.Department;
import dev.ticketing.Desk;
import dev.ticketing.EntryId;
import dev.ticketing.FileDraft;
import dev.ticketing.IdempotencyKey;
import dev.ticketing.LinkRef;
import dev.ticketing.MessageDraft;
import dev.ticketing.Portal;
import dev.ticketing.Priority;
import dev.ticketing.Settings;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.Ticketing;
import dev.ticketing.UploadId;
import dev.ticketing.contract.CountingIds;
import dev.ticketing.contract.TestClock;
import dev.ticketing.contract.World;
import dev.ticketing.spi.IdSource;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A desk that was at work for a while: tickets in every state, files, kept outcomes, and something for a sweep to take. */
record Fixture(
        TicketId open,
        TicketId free,
        TicketId resolved,
        TicketId closed,
        EntryId message,
        EntryId note,
        UploadId adasUpload,
        UploadId gracesUpload) {

    /** When use cases run: more than a day after the oldest uploads and outcomes. */
    private static final Instant NOW = World.START.plus(Duration.ofHours(30));

    /** Gives settings under which the same act has the same effect, bit by bit. */
    static Settings settings() {
        return settings(NOW, new Later());
    }

    private static Settings settings(Instant now, IdSource ids) {
        return Settings.defaults()
                .clock(new TestClock(now))
                .ids(ids)
                .departments(List.of(
                        Department.of("general", "General"),
                        Department.of("billing", "Billing"),
                        Department.of("vps", "Servers")));
    }

    /** Gives the settings of the first days. */
    static Settings early() {
        return settings(World.START, new CountingIds());
    }

    /** Fills a desk that was opened with the {@link #early} settings. */
    static Fixture fill(Ticketing ticketing) {
        Desk grace = ticketing.desk(World.GRACE);
        Portal ada = ticketing.portal(World.ADA);
        ada.upload(file("forgotten.txt", 10));
        grace.once(IdempotencyKey.of("old")).open(World.BOB, World.draft().priority(Priority.LOW));
        ((TestClock) ticketing.settings().clock()).set(NOW.minus(Duration.ofMinutes(30)));

        TicketId open = ada.open(World.draft()
                        .tag("red")
                        .tag("blue")
                        .cc("eve@example.org")
                        .link("order", "1")
                        .files(List.of(ada.upload(file("a.txt", 3_000)).id())))
                .id();
        grace.apply(open, new Command.Assign(AgentId.of("grace")), new Command.Tag(Audience.DESK, List.of("vip")));
        EntryId message = grace.reply(open, "Which one?").id();
        EntryId note = grace.note(open, "Call the fire brigade.").id();
        TicketId free = ada.open(TicketDraft.of("Invoice", "Twice.")
                        .category("billing")
                        .priority(Priority.HIGH)
                        .externalId("ext-2"))
                .id();
        ticketing
                .portal(World.BOB)
                .open(World.draft().priority(Priority.CRITICAL).criticalReason("Everything stands still."));
        TicketId resolved = ada.open(TicketDraft.of("Solved", "Soon.")).id();
        grace.resolve(resolved, "Done.");
        TicketId closed = ada.open(TicketDraft.of("Over", "Long ago.")).id();
        grace.close(closed);
        UploadId adas = ada.upload(file("b.txt", 100)).id();
        ada.upload(file("pinned.txt", 100).pinnedTo(open));
        UploadId graces = grace.upload(file("c.txt", 0)).id();
        return new Fixture(open, free, resolved, closed, message, note, adas, graces);
    }

    static FileDraft file(String name, int size) {
        byte[] content = new byte[size];
        for (int i = 0; i < size; i++) content[i] = (byte) (i * 31 + name.length());
        return FileDraft.of(name, new ByteArrayInputStream(content));
    }

    static LinkRef order(int number) {
        return new LinkRef("order", Integer.toString(number));
    }

    static MessageDraft words(String text) {
        return MessageDraft.of(text);
    }

    /** Ids that do not collide with those of the fixture. */
    static final class Later implements IdSource {

        static final int TAKEN = 1_000;
        private final IdSource ids = new CountingIds();

        Later() {
            for (int i = 0; i < TAKEN; i++) ids.token();
        }

        @Override
        public String ulid(Instant at) {
            return ids.ulid(at);
        }

        @Override
        public String token() {
            return ids.token();
        }
    }
}
