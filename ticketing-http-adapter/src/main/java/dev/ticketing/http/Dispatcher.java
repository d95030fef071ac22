package dev.ticketing.http;

import dev.ticketing.Agent;
import dev.ticketing.Caller;
import dev.ticketing.Requester;
import dev.ticketing.Scope;
import dev.ticketing.error.ErrorCode;
import dev.ticketing.error.TicketingException;
import dev.ticketing.http.Refused.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Takes every request the same way: path, credential, limiter, route, method, scope, {@code Accept}, handler. Thread-safe.
 */
final class Dispatcher {

    private static final String HOST_SAID_NOTHING = "java";

    private final Options options;
    private final Routes routes;
    private final BiConsumer<String, Throwable> log;

    Dispatcher(Options options, Routes routes, BiConsumer<String, Throwable> log) {
        this.options = options;
        this.routes = routes;
        this.log = log;
    }

    void dispatch(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Arrival arrival = Arrival.of(options, request);
        Reply reply = reply(arrival)
                .header("X-Request-Id", arrival.requestId())
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff");
        if (!RequestBody.discard(request) && hasConnections(request)) reply.header("Connection", "close");
        reply.send(response, !arrival.isHead());
    }

    /** Says whether the protocol knows connections that an answer may end; later ones forbid the header. */
    private static boolean hasConnections(HttpServletRequest request) {
        return request.getProtocol().startsWith("HTTP/1.");
    }

    private Reply reply(Arrival arrival) {
        try {
            return answer(arrival);
        } catch (Refused e) {
            return ErrorReplies.of(arrival, e);
        } catch (TicketingException e) {
            if (e.code() == ErrorCode.STORAGE_FAILED) log.accept(arrival.requestId() + " failed", e);
            return ErrorReplies.of(arrival, e);
        } catch (RuntimeException | StackOverflowError e) {
            // of the errors only this one may be a matter of this request alone
            log.accept(arrival.requestId() + " failed", e);
            return ErrorReplies.ofFailure(arrival);
        }
    }

    private Reply answer(Arrival arrival) {
        Optional<Routes.Match> match = routes.find(arrival.path());
        boolean open = arrival.surface() == Surface.PAGES
                || match.map(Routes.Match::isOpen).orElse(false);
        Optional<Caller> caller = open ? Optional.empty() : Optional.of(authenticated(arrival));
        caller.ifPresent(this::limit);
        if (match.isEmpty()) throw Refused.because(Reason.UNKNOWN_PATH, "There is nothing at this path.");
        Route route = match.get()
                .on(arrival.request().getMethod())
                .orElseThrow(() -> Refused.because(Reason.WRONG_METHOD, "The path does not have this method.")
                        .header("Allow", match.get().allow()));
        caller.ifPresent(known -> checkRights(route, known));
        if (route.produces() == Route.Produces.JSON && !Accept.takesJson(arrival.request()))
            throw Refused.because(Reason.NOTHING_ACCEPTABLE, "The answer can only be application/json.");
        Map<String, String> variables = match.get().variables();
        return route.handler().handle(new Exchange(arrival, route, variables, caller));
    }

    private Caller authenticated(Arrival arrival) {
        Optional<? extends Caller> caller = Objects.requireNonNull(
                options.callers().apply(arrival.request()), "the host's caller function gave null");
        if (caller.isEmpty())
            throw Refused.because(Reason.UNAUTHENTICATED, "A valid credential is required.")
                    .header("WWW-Authenticate", "Bearer");
        return traced(caller.get(), arrival);
    }

    /** Lets events tell the surface and the request, unless the host has better names for both. */
    private static Caller traced(Caller caller, Arrival arrival) {
        String origin =
                caller.origin().equals(HOST_SAID_NOTHING) ? arrival.surface().root() : caller.origin();
        String correlation = caller.correlationId().orElse(arrival.requestId());
        if (caller instanceof Requester requester)
            return requester.origin(origin).correlationId(correlation);
        return ((Agent) caller).origin(origin).correlationId(correlation);
    }

    private void limit(Caller caller) {
        RateLimiter.Verdict verdict = options.limiter().take(CallerKey.of(caller));
        if (verdict.retryAfter().isEmpty()) return;
        Refused refused = Refused.because(Reason.TOO_OFTEN, "Too many requests; wait as long as Retry-After says.");
        RateLimitHeaders.of(
                        verdict.limit(),
                        verdict.remaining(),
                        verdict.resetsAt(),
                        verdict.retryAfter().get())
                .forEach(refused::header);
        throw refused;
    }

    private static void checkRights(Route route, Caller caller) {
        Optional<Scope> scope = route.scope();
        if (scope.isPresent() && !caller.scopes().contains(scope.get()))
            throw Refused.because(
                    Reason.NOT_ALLOWED,
                    "The credential lacks the scope " + scope.get().value() + ".");
        if (route.surface() == Surface.DESK && !(caller instanceof Agent))
            throw Refused.because(Reason.NOT_ALLOWED, "Only staff may use the desk.");
    }
}
