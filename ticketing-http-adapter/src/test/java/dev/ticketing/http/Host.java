package dev.ticketing.http;

import dev.ticketing.AccountId;
import dev.ticketing.Agent;
import dev.ticketing.Caller;
import dev.ticketing.Department;
import dev.ticketing.LinkRef;
import dev.ticketing.Requester;
import dev.ticketing.Scope;
import dev.ticketing.Settings;
import dev.ticketing.Ticketing;
import dev.ticketing.contract.CountingIds;
import dev.ticketing.contract.TestClock;
import dev.ticketing.jdbc.JdbcTicketing;
import dev.ticketing.spi.LinkResolver.LinkedObject;
import dev.ticketing.spi.Storage;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A host application: tickets in a SQLite file, a servlet container on the loopback, a few people with tokens. */
final class Host implements AutoCloseable {

    static final Instant START = Instant.parse("2026-04-27T11:45:00.123Z");
    static final Requester ADA = Requester.of("client_1").name("Ada Lovelace").email("ada@example.org");
    static final Requester BOB = Requester.of("client_2").name("Bob");
    static final Agent GRACE = Agent.of("agent_1").name("Grace Hopper");
    static final Agent ROBOT = Agent.system("robot").name("Robot");
    static final LinkRef ADAS_SERVER = new LinkRef("vps", "vps_ada");

    private static final Map<String, Caller> TOKENS = Map.of(
            "ada",
            ADA,
            "bob",
            BOB,
            "readonly",
            ADA.scopes(Set.of(Scope.READ_SUPPORT)),
            "scopeless",
            ADA.scopes(Set.of()),
            "grace",
            GRACE,
            "ben",
            Agent.of("agent_2").name("Ben").departments(Set.of("billing")),
            "robot",
            ROBOT,
            "admin",
            GRACE.scopes(Set.of(Scope.READ_DESK, Scope.WRITE_DESK, Scope.ADMIN_DESK)));

    private final TestClock clock;
    private final Ticketing ticketing;
    private final Server server;
    private final AutoCloseable files;

    private Host(TestClock clock, Ticketing ticketing, Server server, AutoCloseable files) {
        this.clock = clock;
        this.ticketing = ticketing;
        this.server = server;
        this.files = files;
    }

    /** Starts a host with the settings of these tests and without a limiter. */
    static Host start() {
        return start("/*", settings -> settings, servlet -> servlet);
    }

    /** Starts a host that decides differently; the mapping may be several, with a space between. */
    static Host start(
            String mapping, UnaryOperator<Settings> settings, UnaryOperator<TicketingServlet.Builder> options) {
        return start(mapping, settings, options, servlet -> Optional.of(servlet.multipart()));
    }

    /** Starts a host that forgot the multipart configuration. */
    static Host startWithoutMultipart() {
        return start("/*", settings -> settings, servlet -> servlet, servlet -> Optional.empty());
    }

    /** Starts a host with other settings and without a limiter. */
    static Host start(UnaryOperator<Settings> settings) {
        return start("/*", settings, servlet -> servlet);
    }

    /** Starts a host over another storage, without a limiter. */
    static Host over(Storage storage) {
        TestClock clock = new TestClock(START);
        return over(Ticketing.over(storage, standard(clock)), clock);
    }

    /** Starts a host over another door, without a limiter. */
    static Host over(Ticketing ticketing, TestClock clock) {
        return over(ticketing, clock, servlet -> servlet);
    }

    /** Starts a host over another door that decides differently, without a limiter. */
    static Host over(Ticketing ticketing, TestClock clock, UnaryOperator<TicketingServlet.Builder> options) {
        TicketingServlet servlet = options.apply(
                        TicketingServlet.builder(ticketing).caller(Host::caller).rateLimiter(RateLimiter.unlimited()))
                .build();
        return new Host(clock, ticketing, serve("/*", servlet, Optional.of(servlet.multipart())), () -> {});
    }

    private static Host start(
            String mapping,
            UnaryOperator<Settings> settings,
            UnaryOperator<TicketingServlet.Builder> options,
            Function<TicketingServlet, Optional<MultipartConfigElement>> multipart) {
        TestClock clock = new TestClock(START);
        try {
            Path folder = Files.createTempDirectory("ticketing-http");
            JdbcTicketing ticketing = JdbcTicketing.builder(folder.resolve("support.db"))
                    .settings(settings.apply(standard(clock)))
                    .build();
            TicketingServlet servlet = options.apply(TicketingServlet.builder(ticketing)
                            .caller(Host::caller)
                            .rateLimiter(RateLimiter.unlimited()))
                    .build();
            Server server = serve(mapping, servlet, multipart.apply(servlet));
            return new Host(clock, ticketing, server, () -> delete(ticketing, folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a client without a token. */
    ValidatingClient anonymous() {
        return ValidatingClient.at(address());
    }

    /** Gives a client with a token. */
    ValidatingClient as(String token) {
        return anonymous().as(token);
    }

    URI address() {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    TestClock clock() {
        return clock;
    }

    Ticketing ticketing() {
        return ticketing;
    }

    @Override
    public void close() {
        try {
            server.stop();
            files.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(JdbcTicketing ticketing, Path folder) throws IOException {
        ticketing.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    static Optional<Caller> caller(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.startsWith("Bearer ")) return Optional.empty();
        return Optional.ofNullable(TOKENS.get(header.substring("Bearer ".length())));
    }

    /** Gives the settings of these tests. */
    static Settings standard(TestClock clock) {
        return Settings.defaults()
                .clock(clock)
                .ids(new CountingIds())
                .departments(List.of(
                        Department.of("general", "General")
                                .withDescription("Everything<br>else")
                                .withEmail("help@example.org"),
                        Department.of("billing", "Billing"),
                        Department.of("domain-names", "Domain names"),
                        Department.of("vps", "VPS")))
                .links((tenant, owner, refs) -> owned(owner, refs));
    }

    private static Map<LinkRef, LinkedObject> owned(AccountId owner, Iterable<LinkRef> refs) {
        Map<LinkRef, LinkedObject> owned = new LinkedHashMap<>();
        for (LinkRef ref : refs)
            if (owner.value().equals("client_1") && ref.id().endsWith("_ada"))
                owned.put(
                        ref,
                        new LinkedObject(
                                ref,
                                Optional.of("app-01"),
                                Optional.of(new LinkedHashMap<>(Map.of("status", "active")))));
        return owned;
    }

    private static Server serve(String mapping, TicketingServlet servlet, Optional<MultipartConfigElement> multipart) {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder holder = new ServletHolder(servlet);
        multipart.ifPresent(holder.getRegistration()::setMultipartConfig);
        for (String path : mapping.split(" ")) context.addServlet(holder, path);
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return server;
    }
}
