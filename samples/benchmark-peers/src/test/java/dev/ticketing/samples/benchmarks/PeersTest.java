package dev.ticketing.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.samples.benchmarks.jpa.JpaService;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The peers start, and do what the others do. */
class PeersTest {

    private static final int TICKETS = 200;

    @TempDir
    Path folder;

    @Test
    void readsAndWritesByEveryPeer() {
        Case longOne = Case.of(Case.LONG_EVERY, new Zipf());
        Data.with(Engine.POSTGRESQL, TICKETS, folder, url -> {
            for (Peer peer : Peer.all())
                try (Program program = Programs.valueOf(peer.program().name()).open(url)) {
                    Object key = program.keys(List.of(longOne)).get(0);
                    assertThat(program.detail(key)).isNotNull();
                    if (program.detail(key) instanceof JpaService.Detail detail) {
                        assertThat(detail.messages())
                                .extracting(JpaService.Message::body)
                                .isEqualTo(longOne.messages());
                        assertThat(detail.tags()).isEqualTo(longOne.tags());
                        assertThat(detail.files()).isEqualTo(longOne.files());
                    }
                    assertThat(program.list(Optional.empty()).tickets()).hasSize(Program.PAGE);
                    assertThat(program.list(program.list(Optional.empty()).next())
                                    .tickets())
                            .isNotEmpty();
                    assertThat(program.counts()).isNotNull();
                    assertThat(program.create(Case.fresh(1, new Zipf()))).isNotNull();
                    assertThat(program.reply(key, "Hello")).isNotNull();
                }
        });
    }
}
