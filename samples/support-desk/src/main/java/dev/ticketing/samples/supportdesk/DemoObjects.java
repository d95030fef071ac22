package dev.ticketing.samples.supportdesk;

import dev.ticketing.AccountId;
import dev.ticketing.LinkRef;
import dev.ticketing.TenantId;
import dev.ticketing.spi.LinkResolver;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the customers own. A real host asks its own tables here. */
final class DemoObjects implements LinkResolver {

    private record Owned(String owner, String type, String id, String name, Map<String, Object> details) {}

    private static final String ADA = DemoCallers.ADA.account().value();
    private static final String BOB = DemoCallers.BOB.account().value();

    private static final List<Owned> OBJECTS = List.of(
            new Owned(
                    ADA,
                    "domain",
                    "dom_01hxa3b4c5d6e7f8g9h0j1k2m3",
                    "example.com",
                    ordered("status", "active", "nextDueAt", "2027-04-27T12:34:56.000Z")),
            new Owned(
                    ADA,
                    "hosting",
                    "acct_01hxa3b4c5d6e7f8g9h0j1k2m3",
                    "example.se",
                    ordered("status", "Active", "hostname", "example.com", "nextDueAt", "2026-04-27T12:34:56.000Z")),
            new Owned(
                    ADA,
                    "vps",
                    "vps_01hxa3b4c5d6e7f8g9h0j1k2m3",
                    "app-01",
                    ordered("status", "active", "planName", "VPS XS", "ipAddress", "192.0.2.10")),
            new Owned(
                    BOB,
                    "vps",
                    "vps_01hxa3b4c5d6e7f8g9h0j1k2m4",
                    "app-02",
                    ordered("status", "active", "planName", "VPS S", "ipAddress", "192.0.2.11")));

    @Override
    public Map<LinkRef, LinkedObject> resolve(TenantId tenant, AccountId owner, Collection<LinkRef> refs) {
        Map<LinkRef, LinkedObject> found = new LinkedHashMap<>();
        for (LinkRef ref : refs) find(owner, ref).ifPresent(object -> found.put(ref, object));
        return found;
    }

    private static Optional<LinkedObject> find(AccountId owner, LinkRef ref) {
        return OBJECTS.stream()
                .filter(object -> object.owner.equals(owner.value()))
                .filter(object -> object.type.equals(ref.type()) && object.id.equals(ref.id()))
                .findFirst()
                .map(object -> new LinkedObject(ref, Optional.of(object.name), Optional.of(object.details)));
    }

    private static Map<String, Object> ordered(String... keysAndValues) {
        Map<String, Object> details = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) details.put(keysAndValues[i], keysAndValues[i + 1]);
        return details;
    }
}
