package dev.ticketing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What hosts can see of a module is what the file {@code public-surface.txt} beside its pom says, so that a change of the API
 * is a change that a reviewer reads. Running it with {@code -Dsurface.write=true} writes the file anew.
 */
public interface PublicSurfaceContract {

    /**
     * Lists what the module exports.
     *
     * @return the names of its packages
     */
    List<String> packages();

    @Test
    default void publicSurfaceIsTheCommittedOne() throws IOException {
        Path committed = Path.of("public-surface.txt");
        List<String> surface = PublicSurface.of(Path.of("target", "classes"), packages());
        if (Boolean.getBoolean("surface.write")) Files.write(committed, surface);

        assertThat(surface)
                .as("the public surface changed; if that is meant, run with -Dsurface.write=true and commit the file")
                .isEqualTo(Files.readAllLines(committed));
    }
}
