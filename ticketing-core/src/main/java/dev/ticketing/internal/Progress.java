package dev.ticketing.internal;

import dev.ticketing.Audience;
import dev.ticketing.AuthorKind;
import dev.ticketing.Command;
import dev.ticketing.Lifecycle.Role;
import dev.ticketing.Status;
import dev.ticketing.StatusCategory;
import dev.ticketing.StatusKey;
import dev.ticketing.TicketEvent.Kind;
import dev.ticketing.error.TransitionRefusedException;
import dev.ticketing.error.Violation.Rule;
import dev.ticketing.spi.TicketField;
import java.util.List;
import java.util.Optional;

/** Decides moves between statuses and what comes with them. */
final class Progress {

    private Progress() {}

    static void move(Decision decision, Command.Move command) {
        StatusKey to = command.status();
        if (!isKnown(decision, to)) return;
        Status from = decision.status();
        if (from.key().equals(to)) return;
        refuseUnlessLegal(decision, to);
        decision.emit(
                kind(from, decision.lifecycle().get(to)), Audience.PORTAL, enter(decision, decision.changes(), to));
    }

    static void resolve(Decision decision, Command.Resolve command) {
        command.resolution()
                .ifPresent(words -> decision.inputs()
                        .text("resolution", words, decision.settings().limits().message()));
        if (decision.inputs().anyBroken()) return;
        StatusKey to = decision.lifecycle().at(Role.RESOLVED);
        Changes changes = decision.changes();
        if (decision.status().category() != StatusCategory.RESOLVED) {
            refuseUnlessLegal(decision, to);
            enter(decision, changes, to);
        }
        if (command.resolution().isPresent()) changes.text(TicketField.RESOLUTION, command.resolution());
        decision.emit(Kind.RESOLVED, Audience.PORTAL, changes);
    }

    static void conclude(Decision decision, Command.Conclude command) {
        command.resolution()
                .ifPresent(words -> decision.inputs()
                        .text("resolution", words, decision.settings().limits().message()));
        if (decision.inputs().anyBroken()) return;
        decision.emit(
                Kind.CONCLUDED, Audience.PORTAL, decision.changes().text(TicketField.RESOLUTION, command.resolution()));
    }

    static void close(Decision decision) {
        if (decision.status().category() == StatusCategory.CLOSED) return;
        StatusKey to = decision.lifecycle().at(Role.CLOSED);
        refuseUnlessLegal(decision, to);
        decision.emit(Kind.CLOSED, Audience.PORTAL, enter(decision, decision.changes(), to));
    }

    static void reopen(Decision decision) {
        if (!decision.status().category().isDone()) return;
        StatusKey to = decision.lifecycle().at(Role.REOPENED);
        decision.emit(Kind.REOPENED, Audience.PORTAL, enter(decision, decision.changes(), to));
    }

    /** Adds to a reply's changes where the reply leads. */
    static void afterReply(Decision decision, Changes changes, Optional<StatusKey> named) {
        Status from = decision.status();
        if (named.isPresent()) {
            if (from.key().equals(named.get())) return;
            refuseUnlessLegal(decision, named.get());
            enter(decision, changes, named.get());
        } else if (decision.caller().author().kind() == AuthorKind.REQUESTER) {
            enter(decision, changes, decision.lifecycle().at(Role.REQUESTER_REPLIED));
        } else if (from.category() != StatusCategory.RESOLVED) {
            enter(decision, changes, decision.lifecycle().at(Role.STAFF_REPLIED));
        }
    }

    /** Notes a violation if the lifecycle has no such status. */
    static boolean isKnown(Decision decision, StatusKey key) {
        if (decision.lifecycle().find(key).isPresent()) return true;
        decision.inputs().broken("status", Rule.INVALID, "must be a status of the lifecycle");
        return false;
    }

    private static void refuseUnlessLegal(Decision decision, StatusKey to) {
        StatusKey from = decision.status().key();
        if (decision.lifecycle().moves(from).contains(to)) return;
        List<String> allowed =
                decision.lifecycle().moves(from).stream().map(StatusKey::value).toList();
        throw TransitionRefusedException.move(decision.state().id().value(), from.value(), to.value(), allowed);
    }

    /** A ticket that leaves being done begins a new cycle; one that becomes done says when. */
    private static Changes enter(Decision decision, Changes changes, StatusKey to) {
        StatusCategory from = decision.status().category();
        StatusCategory target = decision.lifecycle().get(to).category();
        changes.set(TicketField.STATUS, to);
        if (from.isDone() && !target.isDone()) {
            changes.set(TicketField.RESOLVED_AT, null)
                    .set(TicketField.CLOSED_AT, null)
                    .text(TicketField.RESOLUTION, Optional.empty())
                    .set(TicketField.REOPENED_COUNT, decision.state().number(TicketField.REOPENED_COUNT) + 1);
        }
        if (!from.isDone() && target.isDone()) changes.set(TicketField.RESOLVED_AT, decision.now());
        if (target == StatusCategory.CLOSED) changes.set(TicketField.CLOSED_AT, decision.now());
        return changes;
    }

    private static Kind kind(Status from, Status to) {
        if (to.category() == StatusCategory.RESOLVED) return Kind.RESOLVED;
        if (to.category() == StatusCategory.CLOSED) return Kind.CLOSED;
        return from.category().isDone() ? Kind.REOPENED : Kind.MOVED;
    }
}
