package dev.ticketing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Diagnosis;
import dev.ticketing.Diagnosis.Finding;
import dev.ticketing.TenantId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the doctor says. */
public interface DoctorContract extends PortContract {

    @Test
    default void findsNothingBrokenAfterALongHistory() {
        World world = world();
        RandomHistory history = new RandomHistory(world, 4711);
        for (int i = 0; i < 150; i++) {
            history.act();
            history.keepSecret();
        }

        Diagnosis diagnosis = world.ticketing().doctor();

        assertThat(diagnosis.isHealthy()).as(diagnosis.toString()).isTrue();
    }

    @Test
    default void warnsOfCategoriesThatTheHostDropped() {
        World world = world();
        world.open(World.draft().category("billing"));
        World later = world.with(settings -> settings.categories(Set.of("general"), "general"));

        assertThat(later.ticketing().doctor().findings())
                .extracting(Finding::check)
                .contains("categories");
    }

    @Test
    default void examinesOneTenantsTicketsThroughItsDoor() {
        World world = world();
        world.open();

        assertThat(world.ticketing().tenant(new TenantId("other")).doctor().isHealthy())
                .isTrue();
    }
}
