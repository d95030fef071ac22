package dev.ticketing.http;

import dev.ticketing.http.Problems.Problem;
import java.util.List;

/** The error object of {@code /api/v2/support} and {@code /api/v2/desk}: problem details, as RFC 9457 describes them. */
final class ProblemBody {

    static final String MEDIA_TYPE = "application/problem+json";

    private ProblemBody() {}

    static JsonObject of(Arrival arrival, Problem problem, String detail, List<Fault> faults, JsonObject extensions) {
        String code = problem.code(arrival.surface());
        JsonObject body = new JsonObject()
                .put("type", ErrorPages.typeBase(arrival) + "errors/" + code)
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", detail)
                .put("code", code)
                .put("instance", arrival.request().getRequestURI())
                .put("requestId", arrival.requestId())
                .put("timestamp", Timestamps.millis(arrival.at()));
        if (!faults.isEmpty()) body.put("errors", faults, ProblemBody::fault);
        if (!extensions.isEmpty()) body.put("extensions", extensions);
        return body;
    }

    private static JsonObject fault(Fault fault) {
        return new JsonObject()
                .put("pointer", fault.pointer())
                .put("detail", sentence(fault.detail()))
                .put("code", fault.isMissing() ? "missing_required" : Problem.INVALID_REQUEST.code(Surface.SUPPORT));
    }

    private static String sentence(String detail) {
        return "The value " + detail + ".";
    }
}
