package dev.ticketing.contract;

import static dev.ticketing.contract.Refusals.violationsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ticketing.Priority;
import dev.ticketing.TenantId;
import dev.ticketing.TicketDraft;
import dev.ticketing.error.ErrorCode;
import dev.ticketing.error.LimitedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One critical ticket an hour for each account. */
public interface CriticalContract extends PortContract {

    @Test
    default void limitsCriticalTicketsOfAnAccount() {
        World world = world();
        world.ada().open(critical());
        world.clock().advance(Duration.ofMinutes(20));
        LimitedException refusal = catchThrowableOfType(
                LimitedException.class, () -> world.charles().open(critical()));

        assertThat(refusal.code()).isEqualTo(ErrorCode.CRITICAL_LIMITED);
        assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMinutes(40));
        world.charles().open(World.draft().priority(Priority.URGENT));
        world.bob().open(critical());
        world.ticketing().portal(World.ADA.tenant(TenantId.of("other"))).open(critical());
        world.grace().open(World.ADA, critical());
        assertThat(world.ada().counts().total()).isEqualTo(3);
    }

    @Test
    default void endsTheWaitAfterTheSpan() {
        World world = world();
        world.ada().open(critical());
        world.clock().advance(Duration.ofHours(1));

        assertThat(world.ada().open(critical()).version()).isEqualTo(1);
        world.clock().advance(Duration.ofHours(1).minusMillis(1));
        LimitedException refusal =
                catchThrowableOfType(LimitedException.class, () -> world.ada().open(critical()));
        assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    default void claimsNothingByARefusedOpening() {
        World world = world();

        assertThat(violationsOf(() -> world.ada().open(World.draft().priority(Priority.CRITICAL))))
                .containsExactly("criticalReason REQUIRED");
        assertThat(world.ada().open(critical()).version()).isEqualTo(1);
    }

    @Test
    default void liftsTheRuleForHostsThatWantIt() {
        World world = world().with(settings -> settings.limits(settings.limits().withCriticalEvery(Duration.ZERO)));
        world.ada().open(critical());

        assertThat(world.ada().open(critical()).version()).isEqualTo(1);
    }

    private static TicketDraft critical() {
        return World.draft().priority(Priority.CRITICAL).criticalReason("The shop is down.");
    }
}
