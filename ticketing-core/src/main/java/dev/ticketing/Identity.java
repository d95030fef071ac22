package dev.ticketing;

import java.util.Optional;
import java.util.Set;

/** What requesters and agents have in common; a change is a copy. */
record Identity(
        TenantId tenant,
        Optional<String> name,
        Set<Scope> scopes,
        String origin,
        Optional<String> correlationId,
        Optional<String> onBehalfOf) {

    static Identity with(Set<Scope> scopes) {
        return new Identity(TenantId.DEFAULT, Optional.empty(), scopes, "java", Optional.empty(), Optional.empty());
    }

    Identity tenant(TenantId other) {
        return new Identity(Words.required(other, "tenant"), name, scopes, origin, correlationId, onBehalfOf);
    }

    Identity name(String other) {
        Words.requireId(other, "name");
        return new Identity(tenant, Optional.of(other), scopes, origin, correlationId, onBehalfOf);
    }

    Identity scopes(Set<Scope> others) {
        return new Identity(tenant, name, Set.copyOf(others), origin, correlationId, onBehalfOf);
    }

    Identity origin(String other) {
        Words.requireId(other, "origin");
        return new Identity(tenant, name, scopes, other, correlationId, onBehalfOf);
    }

    Identity correlationId(String other) {
        Words.requireId(other, "correlationId");
        return new Identity(tenant, name, scopes, origin, Optional.of(other), onBehalfOf);
    }

    Identity onBehalfOf(String other) {
        Words.requireId(other, "onBehalfOf");
        return new Identity(tenant, name, scopes, origin, correlationId, Optional.of(other));
    }
}
