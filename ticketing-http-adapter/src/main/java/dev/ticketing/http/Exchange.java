package dev.ticketing.http;

import dev.ticketing.Agent;
import dev.ticketing.Caller;
import dev.ticketing.PortalReads;
import dev.ticketing.Requester;
import dev.ticketing.Settings;
import dev.ticketing.Ticketing;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A routed request with its caller; what handlers work with.
 *
 * @param arrival what was known before routing
 * @param route the line that it fits
 * @param variables the values of the path's variables
 * @param identity who asks; empty on routes that need no credential
 */
record Exchange(Arrival arrival, Route route, Map<String, String> variables, Optional<Caller> identity) {

    HttpServletRequest request() {
        return arrival.request();
    }

    Options options() {
        return arrival.options();
    }

    Ticketing ticketing() {
        return options().ticketing();
    }

    Settings settings() {
        return ticketing().settings();
    }

    Surface surface() {
        return route.surface();
    }

    Caller caller() {
        return identity.orElseThrow(() -> new IllegalStateException(route.name() + " has no caller"));
    }

    /** Gives the value of a path variable. */
    String variable(String name) {
        return Objects.requireNonNull(variables.get(name), name);
    }

    QueryString query() {
        return QueryString.of(request().getQueryString());
    }

    /** Gives what requesters may see, read with the caller's rights. */
    PortalReads portalReads() {
        if (caller() instanceof Requester requester) return ticketing().portal(requester);
        return ticketing().desk((Agent) caller()).asPortal();
    }

    Downloads downloads() {
        return Downloads.of(this);
    }
}
