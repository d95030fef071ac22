package dev.ticketing.http;

import dev.ticketing.http.Problems.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Short pages about error codes, which the {@code type} of a problem points to unless the host has better ones. */
final class ErrorPages {

    private ErrorPages() {}

    static Reply handle(Exchange exchange) {
        String code = exchange.variable("code");
        Optional<Problem> problem = Arrays.stream(Problem.values())
                .filter(candidate -> candidate.code(Surface.SUPPORT).equals(code))
                .findFirst();
        if (problem.isEmpty()) throw Refused.because(Refused.Reason.UNKNOWN_PATH, "There is no such error code.");
        String text = code + "\n\nHTTP status " + problem.get().status() + ". "
                + ErrorTexts.of(problem.get(), Language.ENGLISH) + ".\n";
        return Reply.of(HttpServletResponse.SC_OK, "text/plain;charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Gives what stands before {@code errors/} in a problem's type. */
    static String typeBase(Arrival arrival) {
        return arrival.options()
                .errorTypeBase()
                .orElseGet(() -> arrival.options().publicBaseUrl().orElse(RequestPath.mount(arrival.request())) + "/");
    }
}
