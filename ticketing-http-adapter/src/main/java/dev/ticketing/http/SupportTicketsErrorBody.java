package dev.ticketing.http;

import dev.ticketing.http.Problems.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The three error objects of {@code /v2/support-tickets}: of the list, of missing rights, of everything else. Only the code is
 * stable; the words follow the client's language.
 */
final class SupportTicketsErrorBody {

    /** The order in which the fields are documented; the first one that is wrong is named. */
    private static final List<String> ORDER = List.of(
            "title",
            "description",
            "priority",
            "category",
            "tags",
            "attachments",
            "attachmentIds",
            "client",
            "status",
            "assignedTo",
            "resolution",
            "message",
            "threads");

    private SupportTicketsErrorBody() {}

    static JsonObject of(Arrival arrival, Problem problem, List<Fault> faults) {
        Language language = Language.of(arrival.request());
        Optional<Fault> first = problem == Problem.INVALID_REQUEST ? first(faults) : Optional.empty();
        String code = first.map(SupportTicketsErrorBody::code).orElse(problem.code(Surface.SUPPORT_TICKETS));
        String text = first.map(fault -> ErrorTexts.of(fault, language)).orElse(ErrorTexts.of(problem, language));
        if (problem == Problem.UNAUTHORIZED || problem == Problem.FORBIDDEN)
            return new JsonObject().put("message", text).put("code", code);
        if (isList(arrival))
            return new JsonObject().put("success", false).put("error", text).put("code", code);
        return new JsonObject().put("error", text).put("message", code);
    }

    private static Optional<Fault> first(List<Fault> faults) {
        return faults.stream().min(Comparator.comparingInt(SupportTicketsErrorBody::place));
    }

    private static int place(Fault fault) {
        int place = ORDER.indexOf(fault.field());
        return place < 0 ? ORDER.size() : place;
    }

    private static String code(Fault fault) {
        return fault.isMissingField() ? fault.constant() + "_REQUIRED" : "INVALID_" + fault.constant();
    }

    private static boolean isList(Arrival arrival) {
        String method = arrival.request().getMethod();
        return arrival.path().equals(Surface.SUPPORT_TICKETS.root()) && (method.equals("GET") || arrival.isHead());
    }
}
