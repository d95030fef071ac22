package dev.ticketing.samples.supportdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps the words true: what README shows is what the samples do, and every link leads somewhere. */
class DocsTest {

    private static final int MAX_README = 200;
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.…/-])/(home|root|tmp|work|Users|opt|usr|var|mnt|etc)/|\\b[A-Z]:\\\\|~/");

    private final Markdown readme = Markdown.page("README.md");

    @Test
    void readmeIsShort() {
        assertThat(readme.lines()).hasSizeLessThanOrEqualTo(MAX_README);
    }

    @Test
    void readmeShowsTheSamplesAsTheyAre() {
        assertThat(readme.javaBlocks())
                .containsExactly(
                        cut("embedded-console", "embeddedconsole/EmbeddedConsole", "README: embed"),
                        cut("joined-transaction", "joinedtransaction/Shop", "README: join"),
                        cut("support-desk", "supportdesk/SupportDesk", "README: mount"));
    }

    @Test
    void embeddingShowsTheSamplesAsTheyAre() {
        assertThat(Markdown.page("docs/embedding.md").javaBlocks())
                .containsExactly(
                        cut("joined-transaction", "joinedtransaction/Refunds", "embedding: again"),
                        cut("joined-transaction", "joinedtransaction/Refunds", "embedding: contention"),
                        cut("spring-boot-host", "springboothost/TicketingConfiguration", "embedding: ambient"),
                        cut("spring-boot-host", "springboothost/SpringTransaction", "embedding: find"),
                        cut("spring-boot-host", "springboothost/OrderService", "embedding: place"),
                        cut("joined-transaction", "joinedtransaction/HostTransactions", "embedding: plain"),
                        cut("spring-boot-host", "springboothost/TicketingConfiguration", "embedding: mount"),
                        cut("spring-boot-host", "springboothost/Callers", "embedding: caller"));
    }

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Markdown page : Markdown.pages())
            for (String link : page.links()) if (!leadsSomewhere(page, link)) broken.add(page.file() + " -> " + link);
        assertThat(broken).isEmpty();
    }

    @Test
    void noPageKnowsTheMachineItWasWrittenOn() {
        for (Markdown page : Markdown.pages())
            assertThat(page.lines())
                    .as(page.file().toString())
                    .noneMatch(line -> MACHINE_PATH.matcher(line).find());
    }

    private static boolean leadsSomewhere(Markdown page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? page.file()
                : page.file().resolveSibling(parts[0]).normalize();
        if (!Files.exists(target)) return false;
        return parts.length == 1 || Markdown.page(target).anchors().contains(parts[1]);
    }

    /** Cuts what stands between the comments for a page out of a sample; what the cut leaves open, the page closes. */
    private static List<String> cut(String sample, String type, String word) {
        String file = "samples/" + sample + "/src/main/java/dev/ticketing/samples/" + type + ".java";
        List<String> source =
                Markdown.page(file).lines().stream().map(String::strip).toList();
        int start = source.indexOf("// " + word) + 1;
        assertThat(start).as("the line in " + file + " that opens " + word).isPositive();
        List<String> rest = source.subList(start, source.size());
        List<String> cut = new ArrayList<>(rest.subList(0, rest.indexOf("// " + word.replaceFirst(":.*", ": end"))));
        long open = cut.stream().filter(line -> line.endsWith("{")).count()
                - cut.stream().filter(line -> line.startsWith("}")).count();
        cut.addAll(Collections.nCopies((int) open, "}"));
        return cut;
    }
}
