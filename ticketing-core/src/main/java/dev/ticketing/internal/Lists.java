package dev.ticketing.internal;

import dev.ticketing.AccountId;
import dev.ticketing.Audience;
import dev.ticketing.Command;
import dev.ticketing.LinkRef;
import dev.ticketing.TicketEvent.Kind;
import dev.ticketing.error.Violation.Rule;
import dev.ticketing.spi.LinkResolver.LinkedObject;
import dev.ticketing.spi.Text;
import dev.ticketing.spi.TicketField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides changes of a ticket's lists: tags, copy addresses, links. Adding what is there and removing what is not is no change. */
final class Lists {

    private Lists() {}

    static void tag(Decision decision, Command.Tag command) {
        Set<String> tags = new LinkedHashSet<>(present(decision, command.audience()));
        tags.addAll(command.tags());
        retag(decision, command.audience(), command.tags(), List.copyOf(tags));
    }

    static void untag(Decision decision, Command.Untag command) {
        List<String> tags = new ArrayList<>(present(decision, command.audience()));
        tags.removeAll(command.tags());
        retag(decision, command.audience(), List.of(), tags);
    }

    static void retag(Decision decision, Command.Retag command) {
        List<String> tags = command.tags().stream().distinct().toList();
        retag(decision, Audience.PORTAL, tags, tags);
    }

    static void cc(Decision decision, Command.Cc command) {
        decision.emit(
                Kind.CC_CHANGED,
                Audience.PORTAL,
                cc(decision, decision.changes(), present(decision), command.emails()));
    }

    static void uncc(Decision decision, Command.Uncc command) {
        Map<String, String> emails = byFoldedCase(present(decision));
        command.emails().forEach(email -> emails.remove(email.toLowerCase(Locale.ROOT)));
        decision.emit(
                Kind.CC_CHANGED,
                Audience.PORTAL,
                cc(decision, decision.changes(), List.copyOf(emails.values()), List.of()));
    }

    static void link(Decision decision, Command.AddLink command) {
        List<StoredLink> present = StoredLink.of(decision.state());
        if (present.stream().anyMatch(link -> link.ref().equals(command.ref()))) return;
        AccountId owner = decision.state().get(TicketField.ACCOUNT);
        Changes changes = link(decision, decision.changes(), present, List.of(command.ref()), owner);
        if (!decision.inputs().anyBroken()) decision.emit(Kind.LINKED, Audience.PORTAL, changes);
    }

    static void unlink(Decision decision, Command.Unlink command) {
        List<StoredLink> left = StoredLink.of(decision.state()).stream()
                .filter(link -> !link.ref().equals(command.ref()))
                .toList();
        decision.emit(Kind.LINKED, Audience.PORTAL, decision.changes().text(TicketField.LINKS, StoredLink.lines(left)));
    }

    /** Checks tags and puts them into the changes. */
    static Changes tags(Decision decision, Changes changes, Audience audience, List<String> added, List<String> all) {
        for (int i = 0; i < added.size(); i++) decision.inputs().word("tags[" + i + "]", added.get(i));
        decision.inputs().count("tags", all.size(), decision.settings().limits().tags());
        return changes.list(audience == Audience.PORTAL ? TicketField.TAGS : TicketField.INTERNAL_TAGS, all);
    }

    /** Checks addresses and puts them into the changes; two that differ in case only are one. */
    static Changes cc(Decision decision, Changes changes, List<String> present, List<String> added) {
        for (int i = 0; i < added.size(); i++) decision.inputs().email("cc[" + i + "]", added.get(i));
        Map<String, String> emails = byFoldedCase(present);
        for (String email : added) emails.putIfAbsent(email.toLowerCase(Locale.ROOT), email);
        decision.inputs()
                .count("cc", emails.size(), decision.settings().limits().cc());
        Optional<String> lines = emails.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", emails.values()));
        return decision.inputs().anyBroken() ? changes : changes.text(TicketField.CC, lines);
    }

    /** Checks with the host that the owner has these objects and puts them into the changes. */
    static Changes link(
            Decision decision, Changes changes, List<StoredLink> present, List<LinkRef> added, AccountId owner) {
        List<StoredLink> links = new ArrayList<>(present);
        if (!added.isEmpty()) {
            Map<LinkRef, LinkedObject> objects =
                    decision.settings().links().resolve(decision.state().tenant(), owner, added);
            for (int i = 0; i < added.size(); i++) {
                LinkedObject object = objects.get(added.get(i));
                if (object == null)
                    decision.inputs().broken("links[" + i + "]", Rule.UNKNOWN, "must be an object of the requester's");
                else
                    links.add(new StoredLink(
                            object.ref(), FileNames.line(object.name().orElse(""))));
            }
        }
        decision.inputs()
                .count("links", links.size(), decision.settings().limits().links());
        return changes.text(
                TicketField.LINKS, StoredLink.lines(links.stream().distinct().toList()));
    }

    static List<String> lines(Optional<Text> text) {
        return text.map(value -> List.of(value.value().split("\n"))).orElse(List.of());
    }

    private static void retag(Decision decision, Audience audience, List<String> added, List<String> all) {
        Changes changes = tags(decision, decision.changes(), audience, added, all);
        if (!decision.inputs().anyBroken()) decision.emit(Kind.TAGGED, audience, changes);
    }

    private static List<String> present(Decision decision, Audience audience) {
        return decision.state()
                .find(audience == Audience.PORTAL ? TicketField.TAGS : TicketField.INTERNAL_TAGS)
                .orElse(List.of());
    }

    private static List<String> present(Decision decision) {
        return lines(decision.state().find(TicketField.CC));
    }

    private static Map<String, String> byFoldedCase(Collection<String> emails) {
        Map<String, String> folded = new LinkedHashMap<>();
        for (String email : emails) folded.putIfAbsent(email.toLowerCase(Locale.ROOT), email);
        return folded;
    }
}
