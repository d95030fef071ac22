package dev.ticketing;

import java.util.Optional;
import java.util.Set;

/**
 * Who acts, as the host states it: tenant, identity and scopes. Never taken from a request body or header.
 *
 * <p>Immutable; the {@code with}-less copies ({@code name}, {@code tenant} …) return a new caller.
 */
public sealed interface Caller permits Requester, Agent {

    /**
     * Gives the desk that the caller belongs to.
     *
     * @return {@link TenantId#DEFAULT} unless the host says otherwise
     */
    TenantId tenant();

    /**
     * Gives the rights that surfaces check.
     *
     * @return the scopes, perhaps none
     */
    Set<Scope> scopes();

    /**
     * Gives the author snapshot that entries by this caller carry.
     *
     * @return id, name and kind
     */
    Author author();

    /**
     * Says where the act comes from, for example {@code java} or a surface's name; part of every event.
     *
     * @return {@code java} unless said otherwise
     */
    String origin();

    /**
     * Gives the id that ties the act to the host's own traces; part of every event.
     *
     * @return the id, if one was given
     */
    Optional<String> correlationId();

    /**
     * Gives the one for whom the act is done, if that is somebody else; part of every event.
     *
     * @return the host's id of that person
     */
    Optional<String> onBehalfOf();
}
