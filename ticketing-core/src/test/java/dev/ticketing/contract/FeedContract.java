package dev.ticketing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.ticketing.Agent;
import dev.ticketing.Audience;
import dev.ticketing.Command;
import dev.ticketing.Feed;
import dev.ticketing.FeedEntry;
import dev.ticketing.FeedPage;
import dev.ticketing.IdempotencyKey;
import dev.ticketing.Settings.SystemEntries;
import dev.ticketing.TenantId;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketEvent.Kind;
import dev.ticketing.TicketId;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.Fold;
import dev.ticketing.spi.StoredEntry;
import dev.ticketing.spi.StoredTicket;
import dev.ticketing.spi.TicketState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The feed: everything that was committed and nothing else, in one order without a gap. */
public interface FeedContract extends PortContract {

    @Test
    default void tellsWhatHappenedInOrder() {
        World world = world();
        assertThat(world.ticketing().feed().after(0)).isEqualTo(new FeedPage(List.of(), 0));
        TicketId ticket = world.open();
        TicketId other = world.open();
        world.grace().note(ticket, "Look at the fuse.");
        world.ada().reply(ticket, "It still burns.");

        List<FeedEntry> entries = Feeds.all(world.ticketing().feed());
        assertThat(entries).extracting(FeedEntry::position).containsExactly(1L, 2L, 3L, 4L);
        assertThat(entries)
                .extracting(entry -> entry.event().kind())
                .containsExactly(Kind.OPENED, Kind.OPENED, Kind.NOTED, Kind.REPLIED);
        assertThat(entries).extracting(entry -> entry.event().ticket()).containsExactly(ticket, other, ticket, ticket);
        assertThat(entries.stream()
                        .map(FeedEntry::event)
                        .filter(event -> event.ticket().equals(ticket)))
                .isEqualTo(world.history(ticket));
        assertThat(entries.get(0).texts()).containsValues("Printer on fire", "It burns since noon.");
        assertThat(entries.get(2).texts()).containsOnly(Map.entry(4L, "Look at the fuse."));
        assertThat(entries.get(2).author()).contains("Grace Hopper");
        assertThat(entries.get(3).author()).contains("Ada Lovelace");
    }

    @Test
    default void readsOnInPages() {
        World world = world();
        for (int i = 0; i < 7; i++) world.open();
        Feed feed = world.ticketing().feed();

        FeedPage first = feed.after(0, 3);
        assertThat(first.entries()).extracting(FeedEntry::position).containsExactly(1L, 2L, 3L);
        assertThat(first.next()).isEqualTo(3);
        FeedPage last = feed.after(6, 3);
        assertThat(last.entries()).extracting(FeedEntry::position).containsExactly(7L);
        assertThat(feed.after(7, 3)).isEqualTo(new FeedPage(List.of(), 7));
        assertThat(feed.after(99, 3)).isEqualTo(new FeedPage(List.of(), 99));
        assertThat(feed.after(3, 3)).isEqualTo(feed.after(3, 3));
    }

    @Test
    default void refusesPlacesThatAreNone() {
        Feed feed = world().ticketing().feed();

        assertThatIllegalArgumentException().isThrownBy(() -> feed.after(-1)).withMessageContaining("position");
        assertThatIllegalArgumentException().isThrownBy(() -> feed.after(0, 0)).withMessageContaining("limit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> feed.after(0, Feed.MAX_LIMIT + 1))
                .withMessageContaining("limit");
    }

    @Test
    default void tellsNothingOfWhatWasNotCommitted() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().close(ticket);
        List<FeedEntry> before = Feeds.all(world.ticketing().feed());
        Refusals.codeOf(() -> world.ada().reply(ticket, "Still burning"));
        Refusals.codeOf(() -> world.grace()
                .apply(
                        ticket,
                        new Command.Reopen(),
                        new Command.Tag(Audience.PORTAL, List.of("a")),
                        new Command.Retitle("")));
        world.grace().close(ticket);
        world.grace().once(IdempotencyKey.of("k")).reopen(ticket);
        world.grace().once(IdempotencyKey.of("k")).reopen(ticket);

        List<FeedEntry> after = Feeds.all(world.ticketing().feed());
        assertThat(after).hasSize(before.size() + 1).startsWith(before.toArray(FeedEntry[]::new));
    }

    @Test
    default void keepsFeedsOfTenantsApart() {
        World world = world();
        TenantId other = TenantId.of("other");
        TicketId ticket = world.open();
        TicketId elsewhere = world.ticketing()
                .tenant(other)
                .portal(World.ADA)
                .open(World.draft())
                .id();
        world.ada().reply(ticket, "more");

        assertThat(Feeds.all(world.ticketing().feed()))
                .extracting(FeedEntry::position, entry -> entry.event().ticket())
                .containsExactly(tuple(1L, ticket), tuple(2L, ticket));
        assertThat(Feeds.all(world.ticketing().tenant(other).feed()))
                .extracting(FeedEntry::position, entry -> entry.event().ticket())
                .containsExactly(tuple(1L, elsewhere));
        assertThat(world.ticketing()
                        .tenant(TenantId.of("empty"))
                        .feed()
                        .after(0)
                        .entries())
                .isEmpty();
    }

    @Test
    default void givesTheExactTicketsWhenFolded() {
        for (long seed = 31; seed < 34; seed++) {
            boolean withEntries = seed == 32;
            World world = world().with(settings ->
                    settings.systemEntries(withEntries ? SystemEntries.RECORDED : SystemEntries.NONE));
            RandomHistory history = new RandomHistory(world, seed);
            for (int i = 0; i < FoldContract.STEPS / 2; i++) {
                if (i % 4 == 3) history.keepSecret();
                else history.act();
                if (i % 50 == 0) world.ticketing().feed().after(i / 2);
            }
            assertThat(history.tickets()).hasSizeGreaterThan(1);
            assertRebuilt(world, history.tickets());
        }
    }

    private static void assertRebuilt(World world, List<TicketId> tickets) {
        Map<TicketId, TicketState> rebuilt = new HashMap<>();
        Map<TicketId, Map<Long, String>> conversations = new HashMap<>();
        for (FeedEntry entry : Feeds.all(world.ticketing().feed())) {
            TicketEvent event = entry.event();
            TicketState before =
                    rebuilt.getOrDefault(event.ticket(), TicketState.empty(event.tenant(), event.ticket()));
            rebuilt.put(
                    event.ticket(),
                    Fold.apply(
                            before,
                            event,
                            revision -> Objects.requireNonNull(entry.texts().get(revision))));
            event.entry()
                    .ifPresent(fact -> conversations
                            .computeIfAbsent(event.ticket(), id -> new HashMap<>())
                            .put(
                                    fact.seq(),
                                    entry.author() + " " + entry.texts().get(fact.revision())));
        }
        for (TicketId ticket : tickets) {
            StoredTicket stored = world.storage()
                    .ticket(Access.of(World.GRACE), ticket, ThreadQuery.whole())
                    .orElseThrow();
            assertThat(rebuilt.get(ticket)).isEqualTo(stored.state());
            Map<Long, String> conversation = new HashMap<>();
            for (StoredEntry entry : stored.entries())
                conversation.put(
                        entry.seq(), entry.author().name() + " " + entry.body().value());
            assertThat(conversations.get(ticket)).isEqualTo(conversation);
        }
    }

    @Test
    default void showsAnAgentWhatItMaySee() {
        World world = world();
        TicketId general = world.open();
        TicketId billing = world.open(World.draft().department("billing"));
        world.grace().note(general, "secret");
        world.grace().note(billing, "Refund it.");

        FeedPage seen = world.ben().changes(0);
        assertThat(seen.entries()).extracting(entry -> entry.event().ticket()).containsExactly(billing, billing);
        assertThat(seen.entries()).extracting(FeedEntry::position).containsExactly(2L, 4L);
        assertThat(seen.next()).isEqualTo(4);
        assertThat(world.grace().changes(0)).isEqualTo(world.ticketing().feed().after(0));
        assertThat(world.grace().changes(1, 2))
                .isEqualTo(world.ticketing().feed().after(1, 2));
        Agent elsewhere = World.GRACE.tenant(TenantId.of("other"));
        assertThat(world.ticketing().desk(elsewhere).changes(0)).isEqualTo(new FeedPage(List.of(), 0));
    }

    @Test
    default void movesOverWhatAnAgentMayNotSee() {
        World world = world();
        for (int i = 0; i < 6; i++) world.open();
        TicketId billing = world.open(World.draft().department("billing"));

        FeedPage nothing = world.ben().changes(0, 4);
        assertThat(nothing).isEqualTo(new FeedPage(List.of(), 4));
        assertThat(world.ben().changes(4, 4).entries())
                .extracting(entry -> entry.event().ticket())
                .containsExactly(billing);
        world.grace().transfer(billing, "vps");
        assertThat(world.ben().changes(0)).isEqualTo(new FeedPage(List.of(), 8));
        assertThatIllegalArgumentException().isThrownBy(() -> world.ben().changes(-1));
    }

    @Test
    default void namesTheWordsBeforeAndAfter() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().retitle(ticket, "Printer is smoke");
        FeedEntry retitled = world.ticketing().feed().after(1).entries().get(0);

        assertThat(retitled.texts()).containsValues("Printer on fire", "Printer is smoke");
        assertThat(retitled.author()).isEqualTo(Optional.empty());
        assertThat(retitled.toString()).doesNotContain("Printer");
    }
}
