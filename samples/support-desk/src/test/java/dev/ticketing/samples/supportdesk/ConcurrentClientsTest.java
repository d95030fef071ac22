package dev.ticketing.samples.supportdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketId;
import dev.ticketing.TicketThread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many clients at once, over HTTP. */
class ConcurrentClientsTest {

    private static final int CLIENTS = 16;
    private static final int EACH = 125;

    @Test
    void keepsEveryAcknowledgedReplyOnce(@TempDir Path folder) throws Exception {
        try (Demo demo = Demo.start(folder)) {
            String opened = demo.post(
                            "demo-ada",
                            "/api/v2/support/tickets",
                            "{\"departmentSlug\":\"general\",\"subject\":\"Busy\",\"message\":\"Go.\"}")
                    .get("id")
                    .asString();

            Set<String> acknowledged = new HashSet<>();
            for (List<String> some : all(client -> replies(demo, opened, client))) acknowledged.addAll(some);

            TicketThread thread =
                    demo.desk().ticketing().desk(DemoCallers.GRACE).thread(new TicketId(opened), ThreadQuery.whole());
            List<String> stored = thread.entries().stream()
                    .skip(1)
                    .map(TicketThread.Entry::text)
                    .toList();
            assertThat(acknowledged).isNotEmpty();
            assertThat(stored).containsExactlyInAnyOrderElementsOf(acknowledged);
            assertThat(thread.entries().stream().map(TicketThread.Entry::seq))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, stored.size() + 1)
                            .mapToObj(Long::valueOf)
                            .toList());
        }
    }

    @Test
    void neverRepeatsANumber(@TempDir Path folder) throws Exception {
        try (Demo demo = Demo.start(folder)) {
            List<String> numbers = new ArrayList<>();
            for (List<String> some : all(client -> opened(demo))) numbers.addAll(some);

            assertThat(numbers).hasSize(CLIENTS * 10).doesNotHaveDuplicates();
        }
    }

    /** Replies, moves and tags; a move or tag that is refused is none of the replies. */
    private static List<String> replies(Demo demo, String ticket, int client) throws Exception {
        List<String> acknowledged = new ArrayList<>();
        String desk = "/api/v2/desk/tickets/" + ticket;
        for (int i = 0; i < EACH; i++) {
            String text = "client " + client + " says " + i;
            int kind = i % 5;
            if (kind == 3) {
                demo.send("demo-agent", "POST", desk + "/actions/move", "{\"status\":\"in_progress\"}");
            } else if (kind == 4) {
                demo.send("demo-agent", "POST", desk + "/actions/tag", "{\"tags\":[\"t" + client + "\"]}");
            } else if (demo.send("demo-agent", "POST", desk + "/messages", "{\"text\":\"" + text + "\"}")
                            .statusCode()
                    < 300) {
                acknowledged.add(text);
            }
        }
        return acknowledged;
    }

    private static List<String> opened(Demo demo) throws Exception {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 10; i++)
            numbers.add(demo.post(
                            "demo-ada",
                            "/api/v2/support/tickets",
                            "{\"departmentSlug\":\"general\",\"subject\":\"One of many\",\"message\":\"Go.\"}")
                    .get("number")
                    .asString());
        return numbers;
    }

    private static List<List<String>> all(Client client) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<List<String>>> work = IntStream.range(0, CLIENTS)
                    .<Callable<List<String>>>mapToObj(number -> () -> client.work(number))
                    .toList();
            List<List<String>> results = new ArrayList<>();
            for (Future<List<String>> result : threads.invokeAll(work)) results.add(result.get());
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private interface Client {
        List<String> work(int number) throws Exception;
    }
}
