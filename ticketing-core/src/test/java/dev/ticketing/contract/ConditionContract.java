package dev.ticketing.contract;

import static dev.ticketing.Condition.portalVersion;
import static dev.ticketing.Condition.seenUpTo;
import static dev.ticketing.Condition.version;
import static dev.ticketing.contract.Refusals.codeOf;
import static dev.ticketing.contract.Refusals.conflictOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Audience;
import dev.ticketing.Command;
import dev.ticketing.Priority;
import dev.ticketing.TicketId;
import dev.ticketing.error.ConflictException;
import dev.ticketing.error.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Only if the version is N, only if nothing new was said. */
public interface ConditionContract extends PortContract {

    @Test
    default void runsAtTheDemandedVersionOnly() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().when(version(1)).tag(ticket, "a");
        ConflictException refusal =
                conflictOf(() -> world.grace().when(version(1)).tag(ticket, "b"));

        assertThat(refusal.code()).isEqualTo(ErrorCode.STALE_VERSION);
        assertThat(refusal.expected()).isEqualTo(1);
        assertThat(refusal.actual()).isEqualTo(2);
        assertThat(refusal.changed()).contains("tags");
        assertThat(world.desk(ticket).tags()).containsExactly("a");
        world.grace().when(version(2)).tag(ticket, "b");
    }

    @Test
    default void refusesAVersionThatIsNotYetThere() {
        World world = world();
        TicketId ticket = world.open();

        assertThat(codeOf(() -> world.grace().when(version(2)).tag(ticket, "b")))
                .isEqualTo(ErrorCode.STALE_VERSION);
        assertThat(codeOf(() -> world.ada().when(version(2)).reply(ticket, "b")))
                .isEqualTo(ErrorCode.STALE_VERSION);
    }

    @Test
    default void makesNoRequestersVersionStaleByANote() {
        World world = world();
        TicketId ticket = world.open();
        long version = world.portal(ticket).version();
        world.grace().note(ticket, "He is right.");
        world.grace().apply(ticket, new Command.Tag(Audience.DESK, List.of("vip")));

        world.ada().when(version(version), seenUpTo(1)).reply(ticket, "Anybody?");
        assertThat(world.portal(ticket).version()).isEqualTo(version + 1);
    }

    @Test
    default void tellsRequestersOnlyWhatTheyMayKnow() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().note(ticket, "He is right.");
        world.grace().apply(ticket, new Command.Tag(Audience.DESK, List.of("vip")));
        world.grace().prioritise(ticket, Priority.LOW);
        ConflictException refusal =
                conflictOf(() -> world.ada().when(version(1)).close(ticket));

        assertThat(refusal.actual()).isEqualTo(2);
        assertThat(refusal.changed()).containsExactly("priority");
        assertThat(refusal.getMessage()).doesNotContain("4");
    }

    @Test
    default void comparesThePortalsVersionForStaffWhoAskForIt() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().note(ticket, "He is right.");

        world.grace().when(portalVersion(1)).tag(ticket, "a");
        assertThat(conflictOf(() -> world.grace().when(portalVersion(1)).tag(ticket, "b"))
                        .actual())
                .isEqualTo(2);
    }

    @Test
    default void refusesAReplyThatMissedAnEntry() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().note(ticket, "Mine.");
        ConflictException refusal =
                conflictOf(() -> world.grace().when(seenUpTo(1)).reply(ticket, "Yours."));

        assertThat(refusal.code()).isEqualTo(ErrorCode.UNSEEN_ENTRIES);
        assertThat(refusal.expected()).isEqualTo(1);
        assertThat(refusal.actual()).isEqualTo(2);
        world.ada().when(seenUpTo(1)).reply(ticket, "Anybody?");
        assertThat(codeOf(() -> world.ada().when(seenUpTo(1)).reply(ticket, "Hello?")))
                .isEqualTo(ErrorCode.UNSEEN_ENTRIES);
        world.ada().when(seenUpTo(2)).reply(ticket, "Hello?");
        world.grace().when(seenUpTo(4)).reply(ticket, "Yours.");
    }

    @Test
    default void letsOtherChangesPassWhoseEntriesWereSeen() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().tag(ticket, "a");

        world.grace().when(seenUpTo(1)).reply(ticket, "Hello");
        assertThat(world.desk(ticket).seq()).isEqualTo(2);
    }

    @Test
    default void demandsAllConditions() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().reply(ticket, "Hello");

        assertThat(codeOf(() -> world.grace().when(version(2), seenUpTo(1)).tag(ticket, "a")))
                .isEqualTo(ErrorCode.UNSEEN_ENTRIES);
        assertThat(codeOf(() -> world.grace().when(version(1), seenUpTo(2)).tag(ticket, "a")))
                .isEqualTo(ErrorCode.STALE_VERSION);
        assertThat(codeOf(() -> world.grace().when(version(1)).when(seenUpTo(2)).tag(ticket, "a")))
                .isEqualTo(ErrorCode.STALE_VERSION);
    }

    @Test
    default void checksConditionsEvenWhenNothingWouldChange() {
        World world = world();
        TicketId ticket = world.open();

        assertThat(codeOf(() -> world.grace().when(version(7)).reopen(ticket))).isEqualTo(ErrorCode.STALE_VERSION);
    }
}
