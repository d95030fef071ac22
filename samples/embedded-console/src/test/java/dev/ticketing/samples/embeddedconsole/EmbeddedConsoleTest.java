package dev.ticketing.samples.embeddedconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedConsoleTest {

    @Test
    void showsEachSideItsOwnTruth(@TempDir Path folder) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        EmbeddedConsole.run(folder.resolve("support.db"), new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "What Ada reads: resolved",
                        "  Ada: It arrived broken.",
                        "  Ben: Sorry! The refund is on its way.",
                        "What Ben reads: resolved",
                        "  Ada: It arrived broken.",
                        "  Ben: Warehouse confirms.",
                        "  Ben: Sorry! The refund is on its way.");
    }
}
