package dev.ticketing.internal;

import dev.ticketing.Audience;
import dev.ticketing.Caller;
import dev.ticketing.EntryKind;
import dev.ticketing.ExternalId;
import dev.ticketing.Lifecycle.Role;
import dev.ticketing.Limits;
import dev.ticketing.Priority;
import dev.ticketing.Requester;
import dev.ticketing.Settings;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketEvent.Kind;
import dev.ticketing.error.LimitedException;
import dev.ticketing.error.Violation.Rule;
import dev.ticketing.spi.StoredAttachment;
import dev.ticketing.spi.TicketField;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides the opening of a ticket. */
final class Opening {

    private Opening() {}

    static void open(Decision decision, Requester customer, TicketDraft draft) {
        Settings settings = decision.settings();
        check(decision, draft);
        List<StoredAttachment> files =
                Files.of(decision, draft.message().files(), draft.message().takesPinnedUploads());
        Changes changes = decision.changes();
        Lists.tags(decision, changes, Audience.PORTAL, draft.tags(), draft.tags());
        Lists.cc(decision, changes, List.of(), draft.cc());
        Lists.link(decision, changes, List.of(), draft.links(), customer.account());
        decision.inputs().refuseIfBroken();
        claimCritical(decision, customer, draft);

        changes.text(TicketField.SUBJECT, Optional.of(draft.subject()))
                .set(
                        TicketField.NUMBER,
                        decision.stored().nextNumber(decision.state().tenant()))
                .set(TicketField.STATUS, settings.lifecycle().at(Role.OPENED))
                .set(TicketField.PRIORITY, draft.priority())
                .set(TicketField.CATEGORY, draft.category().orElse(settings.defaultCategory()))
                .set(
                        TicketField.DEPARTMENT,
                        draft.department().orElse(settings.defaultDepartment().slug()))
                .set(TicketField.REQUESTER_ID, customer.id())
                .set(TicketField.ACCOUNT, customer.account())
                .text(TicketField.REQUESTER, contact(customer))
                .set(TicketField.CHANNEL, draft.channel())
                .set(
                        TicketField.EXTERNAL_ID,
                        draft.externalId().map(ExternalId::new).orElse(null))
                .text(TicketField.CRITICAL_REASON, draft.criticalReason())
                .text(TicketField.AI_SUMMARY, draft.aiSummary())
                .set(
                        TicketField.AI_HELPFUL,
                        draft.aiHelpful().map(helpful -> helpful ? 1L : 0L).orElse(null));
        Decision.NewText text = new Decision.NewText(
                draft.message().text(), files, draft.message().encrypted());
        decision.add(Kind.OPENED, EntryKind.MESSAGE, customer.author(), text, changes);
    }

    private static void check(Decision decision, TicketDraft draft) {
        Inputs inputs = decision.inputs();
        Limits limits = decision.settings().limits();
        inputs.line("subject", draft.subject(), limits.subject());
        inputs.text("message", draft.message().text(), limits.message());
        Conversation.checkBytes(decision, "message", draft.message().text(), TicketField.MESSAGE_BYTES);
        draft.category().ifPresent(category -> Facts.checkCategory(decision, category));
        draft.department().ifPresent(slug -> Facts.checkDepartment(decision, slug));
        inputs.word("channel", draft.channel());
        draft.externalId().ifPresent(id -> inputs.id("externalId", id));
        draft.criticalReason().ifPresent(reason -> inputs.text("criticalReason", reason, limits.message()));
        draft.aiSummary().ifPresent(summary -> inputs.text("aiSummary", summary, limits.message()));
        if (isCriticalByRequester(decision.caller(), draft)
                && draft.criticalReason().isEmpty())
            inputs.broken("criticalReason", Rule.REQUIRED, "must say what it means for customers");
    }

    /** Staff who open a critical ticket for somebody have judged it themselves, so the rule binds requesters only. */
    private static void claimCritical(Decision decision, Requester customer, TicketDraft draft) {
        Duration span = decision.settings().limits().criticalEvery();
        if (span.isZero() || !isCriticalByRequester(decision.caller(), draft)) return;
        Optional<Instant> earlier =
                decision.stored().claimCritical(decision.state().tenant(), customer.account(), decision.now(), span);
        if (earlier.isPresent())
            throw LimitedException.critical(
                    Duration.between(decision.now(), earlier.get().plus(span)));
    }

    private static boolean isCriticalByRequester(Caller caller, TicketDraft draft) {
        return draft.priority() == Priority.CRITICAL && caller instanceof Requester;
    }

    private static Optional<String> contact(Requester customer) {
        if (customer.name().isEmpty() && customer.email().isEmpty()) return Optional.empty();
        return Optional.of(customer.name().orElse("") + "\n" + customer.email().orElse(""));
    }
}
