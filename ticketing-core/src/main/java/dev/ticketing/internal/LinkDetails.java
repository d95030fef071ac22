package dev.ticketing.internal;

import dev.ticketing.AccountId;
import dev.ticketing.Link;
import dev.ticketing.LinkRef;
import dev.ticketing.spi.LinkResolver;
import dev.ticketing.spi.LinkResolver.LinkedObject;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the host says now about the objects that an answer's tickets link to: one question for each owner on it. */
final class LinkDetails {

    private final Map<AccountId, Map<LinkRef, LinkedObject>> objects = new HashMap<>();

    LinkDetails(LinkResolver resolver, Collection<TicketState> tickets) {
        Map<AccountId, Set<LinkRef>> wanted = new LinkedHashMap<>();
        for (TicketState ticket : tickets)
            for (StoredLink link : StoredLink.of(ticket))
                wanted.computeIfAbsent(ticket.get(TicketField.ACCOUNT), owner -> new LinkedHashSet<>())
                        .add(link.ref());
        if (wanted.isEmpty()) return;
        wanted.forEach((owner, refs) ->
                objects.put(owner, resolver.resolve(tickets.iterator().next().tenant(), owner, refs)));
    }

    List<Link> of(TicketState ticket) {
        List<StoredLink> links = StoredLink.of(ticket);
        if (links.isEmpty()) return List.of();
        Map<LinkRef, LinkedObject> owned = objects.getOrDefault(ticket.get(TicketField.ACCOUNT), Map.of());
        return links.stream().map(link -> link(link, owned.get(link.ref()))).toList();
    }

    private static Link link(StoredLink stored, @Nullable LinkedObject object) {
        Optional<String> name = stored.name().isEmpty() ? Optional.empty() : Optional.of(stored.name());
        return new Link(stored.ref(), name, object == null ? Optional.empty() : object.details());
    }
}
