package dev.ticketing.samples.supportdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Desk;
import dev.ticketing.TicketId;
import dev.ticketing.jdbc.JdbcTicketing;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** The demo in a process of its own, killed while clients write. What it acknowledged must be there afterwards. */
class CrashTest {

    private static final int CLIENTS = 4;
    private static final int ENOUGH = 60;
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+");
    private static final Pattern ID = Pattern.compile("\"id\":\"(tkt_[0-9a-z]{26})\"");

    @RepeatedTest(3)
    void keepsEveryAcknowledgedTicketWhenKilled(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("demo.db");
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        CountDownLatch enough = new CountDownLatch(ENOUGH);
        Process demo = start(file);
        try (BufferedReader output = demo.inputReader()) {
            String address = address(output);
            List<Thread> clients = Stream.generate(() -> new Thread(() -> write(address, acknowledged, enough)))
                    .limit(CLIENTS)
                    .toList();
            clients.forEach(Thread::start);
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            demo.destroyForcibly().waitFor();
            for (Thread client : clients) client.join();
        } finally {
            demo.destroyForcibly();
        }

        try (JdbcTicketing ticketing = JdbcTicketing.open(file)) {
            Desk desk = ticketing.desk(DemoCallers.GRACE);
            assertThat(acknowledged)
                    .hasSizeGreaterThanOrEqualTo(ENOUGH)
                    .allMatch(id -> desk.find(new TicketId(id)).isPresent());
        }
    }

    /** Writes until the server is gone. */
    private static void write(String address, Queue<String> acknowledged, CountDownLatch enough) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest open = HttpRequest.newBuilder(URI.create(address + "/api/v2/support/tickets"))
                .header("Authorization", "Bearer demo-ada")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"departmentSlug\":\"general\",\"subject\":\"Under load\",\"message\":\"Keep me.\"}"))
                .build();
        try {
            while (true) {
                Matcher id =
                        ID.matcher(client.send(open, BodyHandlers.ofString()).body());
                if (!id.find()) return;
                acknowledged.add(id.group(1));
                enough.countDown();
            }
        } catch (IOException e) {
            // the server was killed: what was not acknowledged may be lost
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Process start(Path file) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SupportDesk.class.getName());
        builder.environment().put("PORT", "0");
        builder.environment().put("RATE_LIMIT", "off");
        builder.environment().put("DEMO_DATA", "none");
        builder.environment().put("TICKETING_DB", "jdbc:sqlite:" + file);
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static String address(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) return address.group();
        }
        throw new AssertionError("the demo did not start");
    }
}
