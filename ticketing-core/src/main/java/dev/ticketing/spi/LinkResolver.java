package dev.ticketing.spi;

import dev.ticketing.AccountId;
import dev.ticketing.LinkRef;
import dev.ticketing.TenantId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The host's answer to which of its objects a ticket may link to. Asked once for all links of an answer, when links are added
 * and when tickets are shown. Thread-safe; must not call back into the ticketing that asks.
 */
public interface LinkResolver {

    /**
     * Looks objects up.
     *
     * @param tenant the tenant
     * @param owner the account that must own them
     * @param refs what is asked for
     * @return the objects that exist and belong to the owner; one that is missing or foreign is left out, so that the two
     *     cannot be told apart
     */
    Map<LinkRef, LinkedObject> resolve(TenantId tenant, AccountId owner, Collection<LinkRef> refs);

    /**
     * Gives the resolver of hosts that have none: every link is taken as it is, without name and details.
     *
     * @return the default
     */
    static LinkResolver unchecked() {
        return (tenant, owner, refs) -> {
            Map<LinkRef, LinkedObject> objects = new LinkedHashMap<>();
            for (LinkRef ref : refs) objects.put(ref, new LinkedObject(ref, Optional.empty(), Optional.empty()));
            return objects;
        };
    }

    /**
     * An object of the host's.
     *
     * @param ref the reference to keep, for example with the type that the host knows better than the client
     * @param name the name to show, if it has one
     * @param details what to show beside it: strings, numbers, booleans, lists and maps of these, or null
     */
    record LinkedObject(LinkRef ref, Optional<String> name, Optional<Map<String, Object>> details) {}
}
