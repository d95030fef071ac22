package dev.ticketing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A module keeps to its table of rooms; checked on the compiled classes with the JDK's own {@code jdeps}. */
public interface RoomsContract {

    /**
     * Gives the module's table.
     *
     * @return every package of the module with what it may know
     */
    Rooms rooms();

    @Test
    default void everyRoomKnowsOnlyWhatItMay() {
        assertThat(rooms().violations(Path.of("target", "classes"))).isEmpty();
    }
}
