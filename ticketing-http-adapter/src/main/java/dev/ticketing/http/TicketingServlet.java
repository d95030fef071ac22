package dev.ticketing.http;

import dev.ticketing.AgentId;
import dev.ticketing.Author;
import dev.ticketing.Caller;
import dev.ticketing.Ticketing;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The REST surfaces as a servlet: {@code /v2/support-tickets}, {@code /api/v2/support}, {@code /api/v2/desk}, and short pages
 * about error codes under {@code /errors}.
 *
 * <pre>{@code
 * TicketingServlet servlet = TicketingServlet.builder(ticketing).caller(request -> whoAsks(request)).build();
 * ServletRegistration.Dynamic mounted = context.addServlet("ticketing", servlet);
 * mounted.setMultipartConfig(servlet.multipart());
 * mounted.addMapping("/*");
 * }</pre>
 *
 * <p>It mounts nothing by itself, starts no thread and keeps no session. {@code HEAD} is answered like {@code GET}, without the
 * body; {@code OPTIONS} is 405. Uploads need the multipart configuration above; without it they fail with 500 and say so in the
 * log. Thread-safe.
 */
public final class TicketingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final long MULTIPART_OVERHEAD = 64 * 1024;
    private static final int IN_MEMORY = 64 * 1024;

    private final transient Options options;
    private final transient Dispatcher dispatcher;

    private TicketingServlet(Options options) {
        this.options = options;
        this.dispatcher = new Dispatcher(options, Routes.standard(), this::report);
    }

    /**
     * Starts a servlet over a front door.
     *
     * @param ticketing the front door
     * @return a builder that still needs {@link Builder#caller}
     */
    public static Builder builder(Ticketing ticketing) {
        return new Builder(Objects.requireNonNull(ticketing, "ticketing == null"));
    }

    /**
     * Gives the configuration that uploads need, to be set where the servlet is registered: requests up to
     * {@link dev.ticketing.Limits#fileBytes()} and a little, small parts in memory, others in the container's temporary folder.
     *
     * @return a new configuration
     */
    public MultipartConfigElement multipart() {
        return new MultipartConfigElement("", -1, maxUploadRequest(options), IN_MEMORY);
    }

    static long maxUploadRequest(Options options) {
        return options.ticketing().settings().limits().fileBytes() + MULTIPART_OVERHEAD;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        dispatcher.dispatch(request, response);
    }

    private void report(String message, Throwable failure) {
        getServletContext().log("ticketing: " + message, failure);
    }

    /** Collects what the host decides; not thread-safe. */
    public static final class Builder {

        private static final int KEY_BYTES = 32;
        private static final int REQUESTS_PER_MINUTE = 600;
        private static final long KEPT_BYTES = 4 * 1024 * 1024;

        private final Ticketing ticketing;
        private @Nullable Function<? super HttpServletRequest, ? extends Optional<? extends Caller>> callers;
        private Optional<String> publicBaseUrl = Optional.empty();
        private Optional<String> errorTypeBase = Optional.empty();
        private @Nullable RateLimiter limiter;
        private byte @Nullable [] cursorKey;
        private Function<Author, Optional<String>> staffNames = Options.OWN_NAMES;
        private Function<AgentId, String> agentAliases = Options.OWN_IDS;
        private Function<String, Optional<String>> departmentCategories = department -> Optional.empty();

        private long keptBytes = KEPT_BYTES;

        private Builder(Ticketing ticketing) {
            this.ticketing = ticketing;
        }

        /**
         * Says who asks; there is no default. Nothing else in a request decides about identity, role, tenant or account.
         *
         * @param resolver gives the caller that the host authenticated; empty is answered with 401
         * @return this builder
         */
        public Builder caller(Function<? super HttpServletRequest, ? extends Optional<? extends Caller>> resolver) {
            callers = Objects.requireNonNull(resolver, "resolver == null");
            return this;
        }

        /**
         * Sets what stands before the servlet's paths for the outside world, for addresses of stored files. Default: the path
         * that the servlet is mounted at, so that addresses are relative.
         *
         * @param url for example {@code https://support.example.org}
         * @return this builder
         * @throws IllegalArgumentException if it is not an absolute http or https address without query and fragment
         */
        public Builder publicBaseUrl(String url) {
            publicBaseUrl = Optional.of(absolute(url, "publicBaseUrl").replaceAll("/+$", ""));
            return this;
        }

        /**
         * Sets where problem types live: a type is this base, {@code errors/} and the code. Default: pages that this servlet
         * serves itself.
         *
         * @param url for example {@code https://developer.example.org/}
         * @return this builder
         * @throws IllegalArgumentException if it is not an absolute http or https address without query and fragment
         */
        public Builder errorTypeBase(String url) {
            errorTypeBase = Optional.of(absolute(url, "errorTypeBase").replaceAll("/+$", "") + "/");
            return this;
        }

        /**
         * Sets how often a caller may ask. Default: 600 requests a minute, counted in this process.
         *
         * @param with the limiter
         * @return this builder
         */
        public Builder rateLimiter(RateLimiter with) {
            limiter = Objects.requireNonNull(with, "rateLimiter == null");
            return this;
        }

        /**
         * Sets the key that signs cursors. Default: a random one for each servlet, so that cursors do not survive a restart and
         * are not shared between nodes.
         *
         * @param key at least 16 bytes
         * @return this builder
         * @throws IllegalArgumentException if it is shorter
         */
        public Builder cursorKey(byte[] key) {
            if (key.length < KEY_BYTES / 2) throw new IllegalArgumentException("cursorKey must have at least 16 bytes");
            cursorKey = key.clone();
            return this;
        }

        /**
         * Sets what requesters read as the name of staff. Default: the author's own name.
         *
         * @param names gives the name; empty shows none
         * @return this builder
         */
        public Builder staffName(Function<Author, Optional<String>> names) {
            staffNames = Objects.requireNonNull(names, "names == null");
            return this;
        }

        /**
         * Sets what requesters read as the id of an agent on {@code /v2/support-tickets}. Staff always read the id. Default: the
         * id.
         *
         * @param aliases gives the alias
         * @return this builder
         */
        public Builder agentAlias(Function<AgentId, String> aliases) {
            agentAliases = Objects.requireNonNull(aliases, "aliases == null");
            return this;
        }

        /**
         * Sets which category a ticket gets that is opened under {@code /api/v2/support}, where clients name a department only.
         * Default: {@code general} if the desk has it, else its default category.
         *
         * @param categories gives the category of a department's slug; empty for the default
         * @return this builder
         */
        public Builder categoryOfDepartment(Function<String, Optional<String>> categories) {
            departmentCategories = Objects.requireNonNull(categories, "categories == null");
            return this;
        }

        /**
         * Sets how much memory answers that show a ticket may take. They are made again from the ticket whenever it changed, whoever
         * changed it, since every request asks the storage for the ticket's {@link dev.ticketing.TicketStamp} first, with the
         * rights of its caller; only then are kept bytes sent. Not kept is what depends on more than the ticket: tickets with links,
         * what requesters read while {@link #staffName} or {@link #agentAlias} is set, and anything read in a host's transaction.
         * Default: 4 MiB.
         *
         * @param bytes the most that is kept, each answer with about 512 bytes more than its length; 0 keeps nothing
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder keptBytes(long bytes) {
            if (bytes < 0) throw new IllegalArgumentException("keptBytes must not be negative");
            keptBytes = bytes;
            return this;
        }

        /**
         * Builds the servlet.
         *
         * @return a servlet to be mounted
         * @throws IllegalStateException if nobody said who asks
         */
        public TicketingServlet build() {
            if (callers == null)
                throw new IllegalStateException("caller is not set; say who asks with .caller(request -> …)");
            Clock clock = ticketing.settings().clock();
            return new TicketingServlet(new Options(
                    ticketing,
                    callers,
                    publicBaseUrl,
                    errorTypeBase,
                    limiter != null ? limiter : RateLimiter.perMinute(REQUESTS_PER_MINUTE, clock),
                    new Cursors(cursorKey != null ? cursorKey : randomKey()),
                    clock,
                    staffNames,
                    agentAliases,
                    departmentCategories,
                    new KeptDetails(keptBytes)));
        }

        private static byte[] randomKey() {
            byte[] key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            return key;
        }

        private static String absolute(String url, String name) {
            URI uri = URI.create(url);
            boolean http = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (!http || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null)
                throw new IllegalArgumentException(
                        name + " must be an absolute http or https address without query and fragment");
            return url;
        }
    }
}
