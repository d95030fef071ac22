package dev.ticketing.samples.benchmarks;

import dev.ticketing.Agent;
import dev.ticketing.http.RateLimiter;
import dev.ticketing.http.TicketingServlet;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** A JVM that serves tickets by the library's servlet, mounted twice, and beside it the same bytes from memory by Jetty alone. */
public final class HttpHost {

    /** The surfaces whose detail is asked for, by the path before the ticket's id. */
    static final List<String> SURFACES = List.of("/api/v2/support/tickets/", "/v2/support-tickets/");

    static final String STATIC = "/static";
    static final String TOKEN = "Bearer benchmark";

    /** So few tickets that the servlet keeps all their answers by default, however many there are. */
    private static final int ASKED = 100;

    private HttpHost() {}

    /**
     * Serves until its input ends; prints the port and the tickets that can be asked for.
     *
     * @param arguments the database's URL, and how many tickets it holds
     * @throws Exception if it cannot start
     */
    public static void main(String[] arguments) throws Exception {
        World world = new World();
        world.program = Programs.LIBRARY.name();
        world.url = arguments[0];
        world.tickets = Integer.parseInt(arguments[1]);
        world.open();
        LibraryProgram program = (LibraryProgram) world.program();
        LibraryProgram keepingNothing = (LibraryProgram) Programs.LIBRARY_KEEPING_NOTHING.open(world.url);
        List<String> ids =
                world.longOnes().stream().limit(ASKED).map(Object::toString).toList();

        Map<String, byte[]> bytes = new ConcurrentHashMap<>();
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.addConnector(connector);
        server.setHandler(new Handler.Sequence(new StaticBytes(bytes), servlets(program, keepingNothing)));
        server.start();
        for (String surface : SURFACES)
            try (HttpConnection client = new HttpConnection(connector.getLocalPort())) {
                bytes.put(STATIC + surface, client.get(surface + ids.get(0)));
            }
        System.out.println(connector.getLocalPort() + " " + String.join(" ", ids));
        while (System.in.read() >= 0) continue;
        server.stop();
        keepingNothing.close();
        world.close();
    }

    private static ServletContextHandler servlets(LibraryProgram program, LibraryProgram keepingNothing) {
        ServletContextHandler context = new ServletContextHandler("/");
        for (HttpMount mount : HttpMount.values()) {
            TicketingServlet servlet = mount == HttpMount.KEPT
                    ? servlet(program).build()
                    : servlet(keepingNothing).keptBytes(0).build();
            ServletHolder api = new ServletHolder(mount.name(), servlet);
            api.getRegistration().setMultipartConfig(servlet.multipart());
            context.addServlet(api, mount.path() + "/*");
        }
        return context;
    }

    private static TicketingServlet.Builder servlet(LibraryProgram program) {
        Agent agent = Agent.of(Case.BUSY).name("Ben");
        return TicketingServlet.builder(program.ticketing())
                .caller(request ->
                        TOKEN.equals(request.getHeader("Authorization")) ? Optional.of(agent) : Optional.empty())
                .rateLimiter(RateLimiter.unlimited());
    }

    /** The least that Jetty can do: no servlet, no filter, one buffer. */
    private static final class StaticBytes extends Handler.Abstract {

        private final Map<String, byte[]> bytes;

        StaticBytes(Map<String, byte[]> bytes) {
            this.bytes = bytes;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws IOException {
            String path = Request.getPathInContext(request);
            if (!path.startsWith(STATIC)) return false;
            byte[] body = bytes.get(path);
            if (body == null) throw new IOException("nothing there");
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
            response.write(true, ByteBuffer.wrap(body), callback);
            return true;
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
