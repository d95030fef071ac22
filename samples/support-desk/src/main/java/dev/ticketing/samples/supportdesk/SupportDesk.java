package dev.ticketing.samples.supportdesk;

import dev.ticketing.Department;
import dev.ticketing.Settings;
import dev.ticketing.Ticketing;
import dev.ticketing.http.RateLimiter;
import dev.ticketing.http.TicketingServlet;
import dev.ticketing.jdbc.JdbcTicketing;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The demo: one process, one SQLite file, three REST surfaces, on the loopback address only because its tokens are known. */
public final class SupportDesk implements AutoCloseable {

    private static final int REQUESTS_A_MINUTE = 600;
    private static final String SQLITE = "jdbc:sqlite:";

    private final JdbcTicketing ticketing;
    private final Server server;
    private final ServerConnector connector;

    private SupportDesk(JdbcTicketing ticketing, Server server, ServerConnector connector) {
        this.ticketing = ticketing;
        this.server = server;
        this.connector = connector;
    }

    /**
     * Runs the demo until the process is told to stop.
     *
     * @param arguments none are read
     * @throws Exception if it cannot start
     */
    public static void main(String[] arguments) throws Exception {
        // a quiet Maven would swallow what the servlet logs about failures
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        SupportDesk desk = start(Options.from(System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(desk::close, "support-desk-stop"));
        System.out.println(Banner.text(desk.address()));
        desk.server.join();
    }

    static SupportDesk start(Options options) throws Exception {
        JdbcTicketing ticketing = JdbcTicketing.builder(file(options.database()))
                .settings(settings())
                .build();
        try {
            if (options.demoData()) DemoData.fill(ticketing);
            return serve(ticketing, options);
        } catch (Exception e) {
            ticketing.close();
            throw e;
        }
    }

    Ticketing ticketing() {
        return ticketing;
    }

    int port() {
        return connector.getLocalPort();
    }

    String address() {
        return "http://localhost:" + port();
    }

    /** Stops taking requests, lets those in work end, and closes the file. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server did not stop", e);
        } finally {
            ticketing.close();
        }
    }

    private static SupportDesk serve(JdbcTicketing ticketing, Options options) throws Exception {
        Server server = new Server();
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // the servlet matches paths as they were sent and answers a twisted one itself
        http.setUriCompliance(UriCompliance.UNSAFE);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setPort(options.port());
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        // README: mount
        TicketingServlet servlet = TicketingServlet.builder(ticketing)
                .caller(DemoCallers::of)
                .rateLimiter(options.rateLimited() ? RateLimiter.perMinute(REQUESTS_A_MINUTE) : RateLimiter.unlimited())
                .build();
        ServletHolder api = new ServletHolder(servlet);
        api.getRegistration().setMultipartConfig(servlet.multipart());
        context.addServlet(api, "/*");
        // README: end
        context.addServlet(new ServletHolder(new HomePage()), "");
        context.getServletHandler().setDecodeAmbiguousURIs(true);
        server.setErrorHandler(new PlainErrors());
        server.setHandler(context);
        server.start();
        return new SupportDesk(ticketing, server, connector);
    }

    private static Settings settings() {
        return Settings.defaults()
                .departments(List.of(
                        Department.of("general", "General")
                                .withDescription("Everything that has no team of its own")
                                .withEmail("support@example.org"),
                        Department.of("billing", "Billing").withEmail("billing@example.org"),
                        Department.of("domain-names", "Domain names"),
                        Department.of("vps", "VPS")))
                .categories(Set.of("technical", "billing", "account", "feature_request", "general"), "general")
                .links(new DemoObjects());
    }

    private static Path file(String database) throws Exception {
        if (!database.startsWith(SQLITE))
            throw new IllegalArgumentException(
                    "TICKETING_DB must begin with " + SQLITE + "; other databases come later");
        Path file = Path.of(database.substring(SQLITE.length())).toAbsolutePath();
        Path folder = file.getParent();
        if (folder != null) Files.createDirectories(folder);
        return file;
    }
}
