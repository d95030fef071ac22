package dev.ticketing.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;

/**
 * What is known about a request before it is routed; enough to answer it with an error.
 *
 * @param options what the host decided
 * @param request the request
 * @param path the path below the mount point; empty if it is no path at all
 * @param surface the family whose conventions hold
 * @param requestId our name for the request
 * @param at when it came
 */
record Arrival(
        Options options, HttpServletRequest request, String path, Surface surface, String requestId, Instant at) {

    static Arrival of(Options options, HttpServletRequest request) {
        Instant at = options.clock().instant();
        String path = RequestPath.of(request).orElse("");
        Surface surface = Surface.of(RequestPath.asContainerReadsIt(request));
        String requestId = "req_" + options.ticketing().settings().ids().ulid(at);
        return new Arrival(options, request, path, surface, requestId, at);
    }

    boolean isHead() {
        return request.getMethod().equals("HEAD");
    }
}
