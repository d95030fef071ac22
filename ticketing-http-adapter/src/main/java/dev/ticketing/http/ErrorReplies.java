package dev.ticketing.http;

import dev.ticketing.error.ConflictException;
import dev.ticketing.error.InvalidInputException;
import dev.ticketing.error.LimitedException;
import dev.ticketing.error.TicketingException;
import dev.ticketing.error.TransitionRefusedException;
import dev.ticketing.http.Problems.Problem;
import java.time.Instant;
import java.util.List;

/** Turns what was thrown into an answer. */
final class ErrorReplies {

    private static final String RETRY_SECONDS = "1";

    private ErrorReplies() {}

    static Reply of(Arrival arrival, Refused refused) {
        Problem problem = Problems.of(refused.reason(), arrival.surface());
        return reply(arrival, problem, refused.sentence(), refused.faults(), new JsonObject())
                .headers(refused.headers());
    }

    static Reply of(Arrival arrival, TicketingException refusal) {
        if (refusal instanceof InvalidInputException invalid) {
            Faults faults = new Faults();
            WirePaths.SAME.addTo(faults, invalid);
            return of(arrival, Refused.fields(faults.list()));
        }
        Problem problem = Problems.of(refusal.code(), arrival.surface());
        String detail = problem == Problem.INTERNAL_ERROR ? failure(arrival) : String.valueOf(refusal.getMessage());
        Reply reply = reply(arrival, problem, detail, List.of(), facts(refusal));
        if (problem == Problem.TRY_AGAIN) reply.header("Retry-After", RETRY_SECONDS);
        if (problem == Problem.RATE_LIMITED && refusal instanceof LimitedException limited) {
            Instant reset = arrival.at().plus(limited.retryAfter());
            reply.headers(RateLimitHeaders.of(limited.limit(), 0, reset, limited.retryAfter()));
        }
        return reply;
    }

    /** Answers for a mistake of our own; what it was goes to the host's log under the request's id. */
    static Reply ofFailure(Arrival arrival) {
        return reply(arrival, Problem.INTERNAL_ERROR, failure(arrival), List.of(), new JsonObject());
    }

    private static String failure(Arrival arrival) {
        return "Something went wrong on our side; request " + arrival.requestId() + " is in the log.";
    }

    private static JsonObject facts(TicketingException refusal) {
        JsonObject facts = new JsonObject();
        if (refusal instanceof ConflictException conflict && conflict.actual() > 0)
            facts.put("expected", conflict.expected()).put("actual", conflict.actual());
        if (refusal instanceof ConflictException conflict && !conflict.changed().isEmpty())
            facts.put("changed", conflict.changed());
        if (refusal instanceof TransitionRefusedException refused
                && !refused.from().equals(refused.to()))
            facts.put("from", refused.from()).put("to", refused.to()).put("allowed", refused.allowed());
        return facts;
    }

    private static Reply reply(
            Arrival arrival, Problem problem, String detail, List<Fault> faults, JsonObject extensions) {
        if (arrival.surface() == Surface.SUPPORT_TICKETS)
            return Reply.of(
                    problem.status(),
                    Json.MEDIA_TYPE,
                    Json.bytes(SupportTicketsErrorBody.of(arrival, problem, faults)));
        return Reply.of(
                problem.status(),
                ProblemBody.MEDIA_TYPE,
                Json.bytes(ProblemBody.of(arrival, problem, detail, faults, extensions)));
    }
}
