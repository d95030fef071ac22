package dev.ticketing.http;

import dev.ticketing.AgentId;
import dev.ticketing.Author;
import dev.ticketing.Caller;
import dev.ticketing.Ticketing;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** What the host decided, see {@link TicketingServlet.Builder}. */
record Options(
        Ticketing ticketing,
        Function<? super HttpServletRequest, ? extends Optional<? extends Caller>> callers,
        Optional<String> publicBaseUrl,
        Optional<String> errorTypeBase,
        RateLimiter limiter,
        Cursors cursors,
        Clock clock,
        Function<Author, Optional<String>> staffNames,
        Function<AgentId, String> agentAliases,
        Function<String, Optional<String>> departmentCategories,
        KeptDetails details) {

    /** The names of staff if the host has no others. */
    static final Function<Author, Optional<String>> OWN_NAMES = Author::name;

    /** The ids of agents if the host has no others. */
    static final Function<AgentId, String> OWN_IDS = AgentId::value;
}
