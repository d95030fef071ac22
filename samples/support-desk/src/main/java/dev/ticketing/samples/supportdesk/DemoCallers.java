package dev.ticketing.samples.supportdesk;

import dev.ticketing.Agent;
import dev.ticketing.Caller;
import dev.ticketing.Requester;
import dev.ticketing.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is behind a demo token. A real host asks its own session, key store or identity provider here. */
final class DemoCallers {

    static final Requester ADA =
            Requester.of("client_123456789").name("Ada Lovelace").email("ada@example.org");
    static final Requester BOB =
            Requester.of("client_987654321").name("Bob Noyce").email("bob@example.org");
    static final Agent GRACE = Agent.of("agent_123456789").name("Grace Hopper");

    private static final String SCHEME = "bearer ";
    private static final Map<String, Caller> BY_TOKEN = new LinkedHashMap<>();

    static {
        Agent radia = Agent.of("agent_987654321").name("Radia Perlman");
        BY_TOKEN.put("demo-ada", ADA);
        BY_TOKEN.put("demo-bob", BOB);
        BY_TOKEN.put("demo-readonly", ADA.scopes(Set.of(Scope.READ_SUPPORT)));
        BY_TOKEN.put("demo-agent", GRACE);
        BY_TOKEN.put("demo-agent2", radia);
        BY_TOKEN.put(
                "demo-admin",
                Agent.of("admin_123456789").name("Edsger Dijkstra").scopes(adminScopes()));
    }

    private DemoCallers() {}

    static Optional<Caller> of(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) return Optional.empty();
        return Optional.ofNullable(
                BY_TOKEN.get(header.substring(SCHEME.length()).strip()));
    }

    static Map<String, Caller> all() {
        return BY_TOKEN;
    }

    private static Set<Scope> adminScopes() {
        Set<Scope> scopes = new LinkedHashSet<>(Scope.OF_AGENTS);
        scopes.add(Scope.ADMIN_DESK);
        return scopes;
    }
}
