package dev.ticketing.http;

import dev.ticketing.Scope;
import java.util.Optional;

/**
 * One line of the routing table.
 *
 * @param method the HTTP method; {@code GET} answers {@code HEAD}, too
 * @param path which paths
 * @param surface the family it belongs to
 * @param scope what the credential must carry; empty for what anybody may read without one
 * @param produces what it answers with
 * @param handler what it does
 */
record Route(
        String method, PathTemplate path, Surface surface, Optional<Scope> scope, Produces produces, Handler handler) {

    /** What a route answers with. */
    enum Produces {
        /** JSON; an {@code Accept} without room for it is refused. */
        JSON,
        /** Something that {@code Accept} has no say in: files, pages. */
        ANYTHING
    }

    /** What a route does. */
    @FunctionalInterface
    interface Handler {

        /** Answers; refusals and failures are thrown. */
        Reply handle(Exchange exchange);
    }

    static Route get(String path, Scope scope, Handler handler) {
        return json("GET", path, scope, handler);
    }

    static Route post(String path, Scope scope, Handler handler) {
        return json("POST", path, scope, handler);
    }

    static Route put(String path, Scope scope, Handler handler) {
        return json("PUT", path, scope, handler);
    }

    /** A line of any method that answers with JSON. */
    static Route json(String method, String path, Scope scope, Handler handler) {
        return new Route(method, PathTemplate.of(path), Surface.of(path), Optional.of(scope), Produces.JSON, handler);
    }

    /** A line that answers with a file. */
    static Route file(String path, Scope scope, Handler handler) {
        return new Route(
                "GET", PathTemplate.of(path), Surface.of(path), Optional.of(scope), Produces.ANYTHING, handler);
    }

    /** A line that needs no credential. */
    static Route open(String path, Handler handler) {
        return new Route("GET", PathTemplate.of(path), Surface.of(path), Optional.empty(), Produces.ANYTHING, handler);
    }

    /** Says what it is as one line: the name under which idempotency keys are kept. */
    String name() {
        return method + " " + path.text();
    }
}
