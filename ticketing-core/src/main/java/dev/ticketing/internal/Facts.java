package dev.ticketing.internal;

import dev.ticketing.AgentId;
import dev.ticketing.Audience;
import dev.ticketing.Command;
import dev.ticketing.TicketEvent.Kind;
import dev.ticketing.error.ConflictException;
import dev.ticketing.error.Violation.Rule;
import dev.ticketing.spi.TicketField;
import java.util.Optional;

/** Decides changes of a ticket's single-valued facts. */
final class Facts {

    private Facts() {}

    static void assign(Decision decision, Command.Assign command) {
        decision.emit(Kind.ASSIGNED, Audience.PORTAL, decision.changes().set(TicketField.ASSIGNEE, command.agent()));
    }

    /** Compare and set: a ticket that somebody else has is not taken from them. */
    static void take(Decision decision) {
        AgentId self = new AgentId(decision.caller().author().id());
        Optional<AgentId> holder = decision.state().find(TicketField.ASSIGNEE);
        if (holder.isPresent() && !holder.get().equals(self))
            throw ConflictException.heldBy(holder.get().value());
        assign(decision, new Command.Assign(self));
    }

    static void release(Decision decision) {
        decision.emit(Kind.RELEASED, Audience.PORTAL, decision.changes().set(TicketField.ASSIGNEE, null));
    }

    static void transfer(Decision decision, Command.Transfer command) {
        if (checkDepartment(decision, command.department()))
            decision.emit(
                    Kind.TRANSFERRED,
                    Audience.PORTAL,
                    decision.changes().set(TicketField.DEPARTMENT, command.department()));
    }

    static void prioritise(Decision decision, Command.Prioritise command) {
        decision.emit(
                Kind.PRIORITISED, Audience.PORTAL, decision.changes().set(TicketField.PRIORITY, command.priority()));
    }

    static void categorise(Decision decision, Command.Categorise command) {
        if (checkCategory(decision, command.category()))
            decision.emit(
                    Kind.CATEGORISED,
                    Audience.PORTAL,
                    decision.changes().set(TicketField.CATEGORY, command.category()));
    }

    static void retitle(Decision decision, Command.Retitle command) {
        decision.inputs()
                .line("subject", command.subject(), decision.settings().limits().subject());
        if (decision.inputs().anyBroken()) return;
        decision.emit(
                Kind.RETITLED,
                Audience.PORTAL,
                decision.changes().text(TicketField.SUBJECT, Optional.of(command.subject())));
    }

    static boolean checkDepartment(Decision decision, String slug) {
        if (decision.settings().department(slug).isPresent()) return true;
        decision.inputs()
                .broken("department", slug.isBlank() ? Rule.REQUIRED : Rule.UNKNOWN, "must be one of the departments");
        return false;
    }

    static boolean checkCategory(Decision decision, String category) {
        if (decision.settings().categories().contains(category)) return true;
        decision.inputs()
                .broken("category", category.isBlank() ? Rule.REQUIRED : Rule.INVALID, "must be one of the categories");
        return false;
    }
}
