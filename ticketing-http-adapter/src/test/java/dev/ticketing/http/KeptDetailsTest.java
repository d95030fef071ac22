package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.AgentId;
import dev.ticketing.Command;
import dev.ticketing.Desk;
import dev.ticketing.FileDraft;
import dev.ticketing.MessageDraft;
import dev.ticketing.Settings;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.Ticketing;
import dev.ticketing.Upload;
import dev.ticketing.contract.TestClock;
import dev.ticketing.http.ValidatingClient.Answer;
import dev.ticketing.jdbc.JdbcTicketing;
import dev.ticketing.memory.InMemoryStorage;
import dev.ticketing.spi.LinkResolver.LinkedObject;
import dev.ticketing.spi.Storage;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which answers are kept, and that a stamp alone decides whether they are sent. */
class KeptDetailsTest {

    private static final String SUPPORT = "/api/v2/support/tickets/";
    private static final String SUPPORT_TICKETS = "/v2/support-tickets/";
    private static final String DESK = "/api/v2/desk/tickets/";

    private final TestClock clock = new TestClock(Host.START);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada " + SUPPORT + "{id}",
                "grace " + SUPPORT + "1",
                "ada " + SUPPORT_TICKETS + "{id}",
                "grace " + DESK + "{id}",
                "grace " + DESK + "1/thread"
            })
    void readsATicketOnceForManyAnswers(String request) {
        Counted counted = new Counted(8);
        try (Host host = Host.over(counted.storage())) {
            String path = request.substring(request.indexOf('/'))
                    .replace("{id}", open(host).value());
            ValidatingClient client = host.as(request.substring(0, request.indexOf(' ')));
            counted.reads.set(0);
            Answer first = client.get(path);
            for (int i = 0; i < 3; i++)
                assertThat(ForeignTicketTest.timeless(client.get(path))).isEqualTo(ForeignTicketTest.timeless(first));
            assertThat(counted.reads).hasValue(1);
            assertThat(first.header("ETag")).isPresent();

            host.ticketing()
                    .desk(Host.GRACE)
                    .reply(TicketId.of(first.text().replaceAll("(?s).*?(tkt_\\w{26}).*", "$1")), "On its way.");
            counted.reads.set(0);
            Answer next = client.get(path);
            assertThat(next.header("ETag")).isPresent().isNotEqualTo(first.header("ETag"));
            assertThat(client.get(path).bytes()).isEqualTo(next.bytes());
            assertThat(counted.reads).hasValue(1);
        }
    }

    @Test
    void keepsNothingIfTheHostSaysSo() {
        Counted counted = new Counted(8);
        try (Host host = Host.over(
                Ticketing.over(counted.storage(), Host.standard(clock)), clock, servlet -> servlet.keptBytes(0))) {
            TicketId ticket = open(host);
            counted.reads.set(0);
            for (int i = 0; i < 3; i++) host.as("ada").get(SUPPORT + ticket);
            assertThat(counted.reads).hasValue(3);
        }
    }

    @Test
    void keepsNothingThatWasReadInAHostsTransaction() {
        // what has one attempt is the host's
        Counted counted = new Counted(1);
        try (Host host = Host.over(counted.storage())) {
            TicketId ticket = open(host);
            counted.reads.set(0);
            for (int i = 0; i < 3; i++) host.as("ada").get(SUPPORT + ticket);
            assertThat(counted.reads).hasValue(3);
        }
    }

    @Test
    void forgetsWhatATransactionShowedThatWasRolledBack(@TempDir Path folder) throws SQLException {
        Path file = folder.resolve("support.db");
        AtomicReference<Connection> current = new AtomicReference<>();
        Settings settings = Host.standard(clock);
        try (JdbcTicketing ticketing = JdbcTicketing.builder(file)
                        .settings(settings)
                        .ambient(() -> Optional.ofNullable(current.get()))
                        .build();
                Host host = Host.over(ticketing, clock);
                Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            TicketId ticket = open(host);
            Desk desk = ticketing.desk(Host.GRACE);
            connection.setAutoCommit(false);
            current.set(connection);
            desk.reply(ticket, "Never sent.");
            String uncommitted = host.as("ada").get(SUPPORT + ticket).text();
            assertThat(uncommitted).contains("Never sent.");
            connection.rollback();
            current.set(null);

            // the same version, at the same time
            desk.reply(ticket, "Sent.");
            assertThat(host.as("ada").get(SUPPORT + ticket).text())
                    .contains("\"Sent.\"")
                    .doesNotContain("Never sent.");
        }
    }

    @Test
    void noticesADatabaseThatWasPutBack() {
        // the same id and versions once more, with another history
        InMemoryStorage before = new InMemoryStorage();
        TicketId ticket = opened(before);
        InMemoryStorage after = new InMemoryStorage();
        assertThat(opened(after)).isEqualTo(ticket);
        desk(before).reply(ticket, "Broken, you say?");
        clock.advance(Duration.ofSeconds(1));
        desk(after).reply(ticket, "It never arrived?");

        AtomicReference<Storage> current = new AtomicReference<>(before);
        Storage either = (Storage) Proxy.newProxyInstance(
                Storage.class.getClassLoader(),
                new Class<?>[] {Storage.class},
                (self, method, arguments) -> method.invoke(current.get(), arguments));
        try (Host host = Host.over(either)) {
            assertThat(host.as("ada").get(SUPPORT + ticket).text()).contains("Broken, you say?");
            current.set(after);
            assertThat(host.as("ada").get(SUPPORT + ticket).text()).contains("It never arrived?");
        }
    }

    private TicketId opened(Storage storage) {
        return Ticketing.over(storage, Host.standard(clock))
                .portal(Host.ADA)
                .open(TicketDraft.of("Refund", "It arrived broken."))
                .id();
    }

    private Desk desk(Storage storage) {
        return Ticketing.over(storage, Host.standard(clock)).desk(Host.GRACE);
    }

    @Test
    void asksTheHostEachTimeAboutLinks() {
        AtomicReference<String> status = new AtomicReference<>("active");
        try (Host host = Host.start(settings -> settings.links((tenant, owner, refs) -> Map.of(
                Host.ADAS_SERVER,
                new LinkedObject(Host.ADAS_SERVER, Optional.empty(), Optional.of(Map.of("status", status.get()))))))) {
            TicketId ticket = host.ticketing()
                    .portal(Host.ADA)
                    .open(TicketDraft.of("It is slow", "Very.").link("vps", "vps_ada"))
                    .id();
            for (String now : List.of("active", "suspended", "gone")) {
                status.set(now);
                assertThat(host.as("ada").get(SUPPORT + ticket).text()).contains(now);
                assertThat(host.as("grace").get(DESK + ticket).text()).contains(now);
                assertThat(host.as("grace").get(DESK + ticket + "/thread").text())
                        .contains(now);
            }
        }
    }

    @Test
    void asksTheHostEachTimeForNamesOfItsOwn() {
        AtomicReference<String> name = new AtomicReference<>();
        try (Host host = Host.start(
                "/*",
                settings -> settings,
                servlet -> servlet.staffName(author -> Optional.of(name.get())).agentAlias(agent -> name.get()))) {
            TicketId ticket = open(host);
            Desk desk = host.ticketing().desk(Host.GRACE);
            desk.assign(ticket, AgentId.of("agent_1"));
            desk.reply(ticket, "On its way.");
            for (String now : List.of("Team Blue", "Team Green")) {
                name.set(now);
                assertThat(host.as("ada").get(SUPPORT + ticket).text()).contains(now);
                assertThat(host.as("ada").get(SUPPORT_TICKETS + ticket).text()).contains(now);
                assertThat(host.as("grace").get(SUPPORT_TICKETS + ticket).text())
                        .contains("agent_1");
            }
        }
    }

    @Test
    void tellsEachAgentWhatHeCouldDo() {
        Counted counted = new Counted(8);
        try (Host host = Host.over(counted.storage())) {
            TicketId ticket = open(host);
            host.ticketing().desk(Host.GRACE).apply(ticket, new Command.Take());
            for (int i = 0; i < 2; i++) {
                assertThat(take(host.as("grace").get(DESK + ticket))).isTrue();
                assertThat(take(host.as("robot").get(DESK + ticket))).isFalse();
            }
        }
    }

    @Test
    void givesNobodyWhatSomebodyElseWasShown() {
        try (Host host = Host.start()) {
            TicketId ticket = open(host);
            host.ticketing().desk(Host.GRACE).note(ticket, "For staff.");
            for (String reader : List.of("ada", "grace")) host.as(reader).get(SUPPORT + ticket);
            for (String reader : List.of("ada", "grace")) host.as(reader).get(SUPPORT_TICKETS + ticket);
            host.as("grace").get(DESK + ticket + "/thread");

            String unknown = "tkt_0000000000000000000000000z";
            for (String stranger : List.of("bob", "ben"))
                for (String path : List.of(SUPPORT, SUPPORT_TICKETS)) {
                    Answer foreign = host.as(stranger).get(path + ticket);
                    assertThat(foreign.status()).isEqualTo(404);
                    assertThat(ForeignTicketTest.timeless(foreign))
                            .isEqualTo(
                                    ForeignTicketTest.timeless(host.as(stranger).get(path + unknown)));
                }
            assertThat(host.as("ben").get(DESK + ticket + "/thread").status()).isEqualTo(404);
            assertThat(host.as("ada").get(DESK + ticket + "/thread").status()).isEqualTo(403);
            assertThat(host.anonymous().get(SUPPORT + ticket).status()).isEqualTo(401);
            assertThat(host.as("scopeless").get(SUPPORT + ticket).status()).isEqualTo(403);
            assertThat(host.as("ada").get(SUPPORT + ticket).text()).doesNotContain("For staff.");
        }
    }

    @Test
    void writesAddressesForTheMountThatWasAsked() {
        try (Host host = Host.start("/one/* /two/*", settings -> settings, servlet -> servlet)) {
            TicketId ticket = open(host);
            Upload upload = host.ticketing()
                    .desk(Host.GRACE)
                    .upload(FileDraft.of("note.txt", new ByteArrayInputStream(new byte[] {'a'})));
            host.ticketing()
                    .desk(Host.GRACE)
                    .reply(ticket, MessageDraft.of("See the file.").files(List.of(upload.id())));
            for (int i = 0; i < 2; i++)
                for (String mount : List.of("/one", "/two")) {
                    String path = mount + SUPPORT + ticket;
                    assertThat(host.as("ada").get(path).text()).contains("\"" + mount + "/api/v2/support/attachments/");
                }
        }
    }

    private static boolean take(Answer answer) {
        for (var action : answer.json().path("allowedActions"))
            if (action.path("action").asString().equals("take"))
                return action.path("allowed").asBoolean();
        throw new AssertionError("take is not listed");
    }

    private static TicketId open(Host host) {
        return host.ticketing()
                .portal(Host.ADA)
                .open(TicketDraft.of("Refund", "It arrived broken."))
                .id();
    }

    /** A storage that counts how often a ticket is read, and says how often commands are tried. */
    private static final class Counted {

        private final AtomicInteger reads = new AtomicInteger();
        private final int attempts;

        Counted(int attempts) {
            this.attempts = attempts;
        }

        Storage storage() {
            Storage real = new InMemoryStorage();
            return (Storage) Proxy.newProxyInstance(
                    Storage.class.getClassLoader(), new Class<?>[] {Storage.class}, (self, method, arguments) -> {
                        if (method.getName().equals("attempts")) return attempts;
                        if (method.getName().equals("ticket")) reads.incrementAndGet();
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
