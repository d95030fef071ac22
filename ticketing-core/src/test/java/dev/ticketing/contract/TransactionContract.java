package dev.ticketing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.AccountId;
import dev.ticketing.Answer;
import dev.ticketing.DeskReads;
import dev.ticketing.TenantId;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import dev.ticketing.UploadId;
import dev.ticketing.spi.Change;
import dev.ticketing.spi.Outcome;
import dev.ticketing.spi.StaleTicketSignal;
import dev.ticketing.spi.Storage;
import dev.ticketing.spi.StoredUpload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The port itself: all or nothing, reads of own writes, and what is kept beside tickets. */
public interface TransactionContract extends PortContract {

    @Test
    default void leavesNothingWhenTheWorkThrows() {
        Storage storage = storage();
        assertThatThrownBy(() -> storage.write(stored -> {
                    stored.addUpload(upload("u1", World.START));
                    stored.keep(outcome("k1", World.START));
                    stored.claimCritical(TenantId.DEFAULT, AccountId.of("a"), World.START, Duration.ofHours(1));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");

        storage.write(stored -> {
            assertThat(stored.upload(TenantId.DEFAULT, UploadId.of("u1"))).isEmpty();
            assertThat(stored.outcome(outcome("k1", World.START).key())).isEmpty();
            assertThat(stored.claimCritical(TenantId.DEFAULT, AccountId.of("a"), World.START, Duration.ofHours(1)))
                    .isEmpty();
            return null;
        });
    }

    @Test
    default void leavesNothingOfAChangeWhenTheWorkThrows() {
        World world = world();
        TicketId ticket = world.open();
        Answer<DeskReads> broken = new Answer<>((id, entries, reads) -> {
            assertThat(reads.get(id).seq()).isEqualTo(2);
            throw new IllegalStateException("no");
        });
        assertThatThrownBy(() -> world.grace().answering(broken).reply(ticket, "unheard"))
                .isInstanceOf(IllegalStateException.class);

        assertThat(world.desk(ticket).seq()).isEqualTo(1);
        assertThat(world.history(ticket)).hasSize(1);
        assertThat(world.grace().search(TicketQuery.all().text("unheard")).items())
                .isEmpty();
        assertThat(world.grace().counts().byStatus()).containsOnlyKeys("open");
    }

    @Test
    default void readsWhatItWroteItself() {
        World world = world();
        TicketId ticket = world.open();
        Answer<DeskReads> answer = new Answer<>((id, entries, reads) -> {
            assertThat(reads.thread(id, ThreadQuery.whole()).entries()).hasSize(2);
            assertThat(reads.search(TicketQuery.all().text("fresh")).items()).hasSize(1);
            assertThat(reads.search(TicketQuery.all()).items().get(0).seq()).isEqualTo(2);
            assertThat(reads.counts().byStatus()).containsOnlyKeys("answered");
            assertThat(reads.history(id, 1)).hasSize(1);
            return "read".getBytes(StandardCharsets.UTF_8);
        });
        world.grace().answering(answer).reply(ticket, "fresh words");

        assertThat(answer.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("read");
    }

    @Test
    default void refusesAChangeOfATicketThatMoved() {
        RecordedChanges recorded = new RecordedChanges(storage());
        World world = World.over(recorded.storage());
        TicketId ticket = world.open();
        world.grace().tag(ticket, "a");
        for (Change stale : recorded.committed())
            assertThatThrownBy(() -> world.storage().write(stored -> {
                        stored.apply(stale);
                        return null;
                    }))
                    .isInstanceOf(StaleTicketSignal.class);

        assertThat(world.desk(ticket).version()).isEqualTo(2);
        assertThat(world.history(ticket)).hasSize(2);
        assertThat(world.grace().counts().total()).isEqualTo(1);
    }

    @Test
    default void allotsNumbersOfTenantsApart() {
        Storage storage = storage();
        long first = storage.write(stored -> stored.nextNumber(TenantId.DEFAULT));
        long second = storage.write(stored -> stored.nextNumber(TenantId.DEFAULT));
        long other = storage.write(stored -> stored.nextNumber(TenantId.of("other")));

        assertThat(first).isPositive();
        assertThat(second).isGreaterThan(first);
        assertThat(other).isPositive();
    }

    @Test
    default void keepsOneOutcomeUnderAKey() {
        Storage storage = storage();
        Outcome kept = outcome("k1", World.START);
        write(storage, kept);
        Outcome found = storage.<Optional<Outcome>>write(stored -> stored.outcome(kept.key()))
                .orElseThrow();

        assertThat(found).usingRecursiveComparison().isEqualTo(kept);
        assertThatThrownBy(() -> write(storage, outcome("k1", World.START.plusSeconds(1))))
                .isInstanceOf(StaleTicketSignal.class);
        for (String twin : List.of("K1", "k1 ", "k"))
            assertThat(storage.<Optional<Outcome>>write(
                            stored -> stored.outcome(outcome(twin, World.START).key())))
                    .as(twin)
                    .isEmpty();
    }

    private static void write(Storage storage, Outcome outcome) {
        storage.write(stored -> {
            stored.keep(outcome);
            return null;
        });
    }

    @Test
    default void findsUploadsOfATicketAndAnOwner() {
        Storage storage = storage();
        TicketId ticket = TicketId.of("tkt_1");
        List<StoredUpload> pinned = List.of(
                pinned("u1", "requester:a", ticket),
                pinned("u2", "requester:a", ticket),
                pinned("u3", "requester:A", ticket),
                pinned("u4", "requester:a", TicketId.of("tkt_2")),
                upload("u5", World.START));
        storage.write(stored -> {
            pinned.forEach(stored::addUpload);
            return null;
        });

        assertThat(storage.<List<StoredUpload>>write(
                        stored -> stored.pinnedUploads(TenantId.DEFAULT, ticket, "requester:a")))
                .containsExactly(pinned.get(0), pinned.get(1));
        assertThat(storage.<List<StoredUpload>>write(
                        stored -> stored.pinnedUploads(TenantId.of("other"), ticket, "requester:a")))
                .isEmpty();
        assertThat(storage.<Optional<StoredUpload>>write(stored -> stored.upload(TenantId.DEFAULT, UploadId.of("u5"))))
                .contains(pinned.get(4));
        assertThat(storage.<Optional<StoredUpload>>write(
                        stored -> stored.upload(TenantId.of("other"), UploadId.of("u5"))))
                .isEmpty();
    }

    @Test
    default void sweepsWhatIsOlder() {
        Storage storage = storage();
        storage.write(stored -> {
            stored.addUpload(upload("old", World.START.minusMillis(1)));
            stored.addUpload(upload("young", World.START));
            stored.keep(outcome("old", World.START.minusMillis(1)));
            stored.keep(outcome("young", World.START));
            return null;
        });

        assertThat(storage.<List<String>>write(stored -> stored.sweep(World.START, World.START)))
                .containsExactly("blobold");
        storage.write(stored -> {
            assertThat(stored.upload(TenantId.DEFAULT, UploadId.of("old"))).isEmpty();
            assertThat(stored.upload(TenantId.DEFAULT, UploadId.of("young"))).isPresent();
            assertThat(stored.outcome(outcome("old", World.START).key())).isEmpty();
            assertThat(stored.outcome(outcome("young", World.START).key())).isPresent();
            return null;
        });
    }

    @Test
    default void saysHowOftenACommandMayRun() {
        assertThat(storage().attempts()).isPositive();
    }

    private static StoredUpload upload(String id, Instant at) {
        return new StoredUpload(
                UploadId.of(id),
                TenantId.DEFAULT,
                "requester:a",
                Optional.empty(),
                "ä.txt",
                Optional.of("txt"),
                "text/plain",
                7,
                "blob" + id,
                at);
    }

    private static StoredUpload pinned(String id, String owner, TicketId ticket) {
        return new StoredUpload(
                UploadId.of(id),
                TenantId.DEFAULT,
                owner,
                Optional.of(ticket),
                "ä.txt",
                Optional.empty(),
                "text/plain",
                7,
                "blob" + id,
                World.START);
    }

    private static Outcome outcome(String key, Instant at) {
        return new Outcome(
                new Outcome.Key(TenantId.DEFAULT, "requester:a", "open", key),
                "fingerprint",
                "tkt_1",
                List.of(dev.ticketing.EntryId.of("tmsg_1"), dev.ticketing.EntryId.of("tmsg_2")),
                new byte[] {0, 1, -1},
                at);
    }
}
