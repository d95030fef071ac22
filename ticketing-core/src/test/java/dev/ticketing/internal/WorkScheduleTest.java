package dev.ticketing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ticketing.Agent;
import dev.ticketing.FeedEntry;
import dev.ticketing.Requester;
import dev.ticketing.Settings;
import dev.ticketing.Subscription;
import dev.ticketing.TicketDraft;
import dev.ticketing.Ticketing;
import dev.ticketing.Work;
import dev.ticketing.memory.InMemoryStorage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The one thread that a host may start. */
@Timeout(60)
class WorkScheduleTest {

    private static final TicketDraft DRAFT = TicketDraft.of("Printer on fire", "It burns since noon.");

    private final List<FeedEntry> delivered = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch second = new CountDownLatch(2);
    private final AtomicReference<Thread> worker = new AtomicReference<>();
    private final Ticketing ticketing = Ticketing.over(
            new InMemoryStorage(), Settings.defaults().subscribe(Subscription.desk("indexer", delivery -> {
                worker.set(Thread.currentThread());
                delivered.add(delivery.event());
                second.countDown();
            })));

    @Test
    void worksUntilItIsClosed() throws InterruptedException {
        open();
        Work.Schedule running = ticketing.work().every(Duration.ofMillis(1));
        open();
        second.await();
        running.close();
        assertThat(worker.get().isDaemon()).isTrue();
        assertThat(worker.get().getName()).isEqualTo("ticketing-work");
        worker.get().join();
        open();

        assertThat(delivered).hasSize(2);
        assertThat(ticketing.work().runDue().delivered()).isEqualTo(1);
    }

    @Test
    void startsNothingUnasked() {
        open();

        assertThat(delivered).isEmpty();
        assertThat(worker.get()).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> ticketing.work().every(Duration.ZERO));
    }

    @Test
    void goesOnAfterAPassThatFailed() throws InterruptedException {
        CountDownLatch again = new CountDownLatch(3);
        try (WorkSchedule running = WorkSchedule.start(
                goesOn -> {
                    again.countDown();
                    throw new IllegalStateException("the database is away");
                },
                Duration.ofMillis(1))) {
            again.await();
            assertThat(running).isNotNull();
        }
        assertThat(again.getCount()).isZero();
    }

    @Test
    void letsASubscriberCloseIt() throws InterruptedException {
        AtomicReference<WorkSchedule> self = new AtomicReference<>();
        CountDownLatch set = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        WorkSchedule running = WorkSchedule.start(
                goesOn -> {
                    await(set);
                    self.get().close();
                    assertThat(goesOn.getAsBoolean()).isFalse();
                    closed.countDown();
                },
                Duration.ofMillis(1));
        self.set(running);
        set.countDown();
        closed.await();
        running.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void open() {
        ticketing.desk(Agent.of("grace")).open(Requester.of("ada"), DRAFT);
    }
}
