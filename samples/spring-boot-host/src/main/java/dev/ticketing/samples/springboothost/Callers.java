package dev.ticketing.samples.springboothost;

import dev.ticketing.Agent;
import dev.ticketing.Caller;
import dev.ticketing.Requester;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who asks is whom the host's security let in. Nothing here reads a header. */
final class Callers {

    private Callers() {}

    // embedding: caller
    static Optional<Caller> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getUserPrincipal())
                .map(person ->
                        request.isUserInRole("STAFF") ? Agent.of(person.getName()) : Requester.of(person.getName()));
    }
    // embedding: end
}
