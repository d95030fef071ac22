package dev.ticketing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Audience;
import dev.ticketing.EntryId;
import dev.ticketing.Settings.SystemEntries;
import dev.ticketing.TenantId;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketEvent.EntryFact;
import dev.ticketing.TicketId;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.Fold;
import dev.ticketing.spi.StoredEntry;
import dev.ticketing.spi.StoredTicket;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events are the truth: folding a ticket's events gives the stored ticket, field by field. */
public interface FoldContract extends PortContract {

    /** How many acts a history has. */
    int STEPS = 320;

    @Test
    default void foldsEventsIntoTheStoredTicket() {
        for (long seed = 21; seed < 24; seed++) {
            RecordedChanges recorded = new RecordedChanges(storage());
            boolean withEntries = seed == 22;
            World world = World.over(recorded.storage())
                    .with(settings ->
                            settings.systemEntries(withEntries ? SystemEntries.RECORDED : SystemEntries.NONE));
            RandomHistory history = new RandomHistory(world, seed);
            for (int i = 0; i < STEPS; i++) {
                if (i % 4 == 3) history.keepSecret();
                else history.act();
            }
            assertThat(history.tickets()).hasSizeGreaterThan(1);
            for (TicketId ticket : history.tickets()) assertFolds(world, recorded, ticket);
        }
    }

    private static void assertFolds(World world, RecordedChanges recorded, TicketId id) {
        List<TicketEvent> events = world.history(id);
        StoredTicket stored = world.storage()
                .ticket(Access.of(World.GRACE), id, ThreadQuery.whole())
                .orElseThrow();
        assertVersionsHaveNoGap(events, stored.state());
        assertEntries(events, stored);
        TicketState folded = TicketState.empty(TenantId.DEFAULT, id);
        for (TicketEvent event : events) folded = Fold.apply(folded, event, revision -> recorded.text(id, revision));
        for (TicketField<?> field : TicketField.all()) {
            assertThat(folded.encoded(field))
                    .as("%s of %s", field, id)
                    .isEqualTo(stored.state().encoded(field));
            assertThat(folded.orNull(field))
                    .as("%s of %s", field, id)
                    .isEqualTo(stored.state().orNull(field));
        }
        assertThat(folded).isEqualTo(stored.state());
    }

    private static void assertVersionsHaveNoGap(List<TicketEvent> events, TicketState stored) {
        long version = 0;
        long portalVersion = 0;
        for (TicketEvent event : events) {
            assertThat(event.version()).isEqualTo(++version);
            assertThat(event.portalVersion()).isEqualTo(event.audience() == Audience.PORTAL ? ++portalVersion : 0);
        }
        assertThat(stored.number(TicketField.VERSION)).isEqualTo(version);
        assertThat(stored.number(TicketField.PORTAL_VERSION)).isEqualTo(portalVersion);
        assertThat(events.stream().map(TicketEvent::id)).doesNotHaveDuplicates();
    }

    /** The last fact that events tell of each entry is the entry, but for its words. */
    private static void assertEntries(List<TicketEvent> events, StoredTicket stored) {
        Map<EntryId, EntryFact> facts = new LinkedHashMap<>();
        for (TicketEvent event : events) event.entry().ifPresent(fact -> facts.put(fact.id(), fact));
        assertThat(stored.entries().stream().map(FoldContract::fact)).containsExactlyElementsOf(facts.values());
        long seq = 0;
        long portalSeq = 0;
        for (StoredEntry entry : stored.entries()) {
            assertThat(entry.seq()).isEqualTo(++seq);
            if (entry.portalSeq() > 0) assertThat(entry.portalSeq()).isEqualTo(++portalSeq);
        }
        assertThat(stored.state().number(TicketField.SEQ)).isEqualTo(seq);
        assertThat(stored.state().number(TicketField.PORTAL_SEQ)).isEqualTo(portalSeq);
    }

    private static EntryFact fact(StoredEntry entry) {
        return new EntryFact(
                entry.id(),
                entry.seq(),
                entry.portalSeq(),
                entry.kind(),
                new TicketEvent.Actor(entry.author().id(), entry.author().kind()),
                entry.body().revision(),
                entry.body().value().getBytes(StandardCharsets.UTF_8).length,
                entry.encrypted());
    }
}
