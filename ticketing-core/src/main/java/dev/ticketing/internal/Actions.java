package dev.ticketing.internal;

import dev.ticketing.AgentId;
import dev.ticketing.AllowedAction;
import dev.ticketing.Lifecycle;
import dev.ticketing.Status;
import dev.ticketing.StatusCategory;
import dev.ticketing.StatusKey;
import dev.ticketing.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What could be done to a ticket next, with the reasons against; the same rules as {@link Progress} and {@link Conversation}. */
final class Actions {

    private static final List<AllowedAction> ALWAYS = Stream.of(
                    "note",
                    "edit",
                    "assign",
                    "release",
                    "transfer",
                    "prioritise",
                    "categorise",
                    "retitle",
                    "tag",
                    "untag",
                    "link",
                    "unlink",
                    "cc",
                    "uncc",
                    "attach",
                    "conclude")
            .map(Actions::allowed)
            .toList();

    private Actions() {}

    /** Lists what a requester could do. */
    static List<AllowedAction> portal(Status status) {
        List<AllowedAction> actions = new ArrayList<>();
        actions.add(reply(status));
        if (status.category() != StatusCategory.CLOSED) actions.add(allowed("close"));
        if (status.category().isDone()) actions.add(allowed("reopen"));
        return List.copyOf(actions);
    }

    /** Whose a ticket is, as far as that matters for what could be done to it. */
    enum Holder {
        NOBODY_ELSE,
        ANOTHER;

        static Holder of(Optional<AgentId> holder, String reader) {
            return holder.isEmpty() || holder.get().value().equals(reader) ? NOBODY_ELSE : ANOTHER;
        }
    }

    /** Lists what staff could do. */
    static List<AllowedAction> desk(Lifecycle lifecycle, Status status, Holder holder) {
        List<AllowedAction> actions = new ArrayList<>();
        actions.add(reply(status));
        actions.add(take(holder));
        actions.addAll(ALWAYS);
        actions.add(to("resolve", lifecycle, status, lifecycle.at(Lifecycle.Role.RESOLVED)));
        actions.add(to("close", lifecycle, status, lifecycle.at(Lifecycle.Role.CLOSED)));
        if (status.category().isDone()) actions.add(allowed("reopen"));
        for (Status other : lifecycle.statuses())
            if (!other.key().equals(status.key())) actions.add(to("move", lifecycle, status, other.key()));
        return List.copyOf(actions);
    }

    private static AllowedAction reply(Status status) {
        return status.category() == StatusCategory.CLOSED
                ? new AllowedAction("reply", Optional.empty(), Optional.of(ErrorCode.TICKET_CLOSED))
                : allowed("reply");
    }

    private static AllowedAction take(Holder holder) {
        return holder == Holder.NOBODY_ELSE
                ? allowed("take")
                : new AllowedAction("take", Optional.empty(), Optional.of(ErrorCode.ALREADY_TAKEN));
    }

    private static AllowedAction to(String action, Lifecycle lifecycle, Status from, StatusKey to) {
        boolean legal = from.key().equals(to) || lifecycle.moves(from.key()).contains(to);
        return new AllowedAction(
                action, Optional.of(to), legal ? Optional.empty() : Optional.of(ErrorCode.TRANSITION_REFUSED));
    }

    private static AllowedAction allowed(String action) {
        return new AllowedAction(action, Optional.empty(), Optional.empty());
    }
}
