package dev.ticketing.http;

import dev.ticketing.Command;
import dev.ticketing.Lifecycle;
import dev.ticketing.Status;
import dev.ticketing.StatusKey;
import java.util.Optional;

/**
 * What a written status of {@code /v2/support-tickets} comes to. One that is shown already is no change.
 *
 * @param first what comes before everything else: a reopening
 * @param afterMessage where a message of the same body leaves the ticket, since its status was named
 * @param last what comes after everything else
 */
record SupportTicketsMove(Optional<Command> first, Optional<StatusKey> afterMessage, Optional<Command> last) {

    private static final SupportTicketsMove NONE =
            new SupportTicketsMove(Optional.empty(), Optional.empty(), Optional.empty());

    static SupportTicketsMove read(Fields fields, Status present, Lifecycle lifecycle) {
        Optional<SupportTicketsStatus> written = fields.oneOf("status", SupportTicketsStatus.BY_WIRE);
        if (written.isEmpty()) return NONE;
        SupportTicketsStatus wanted = written.get();
        if (wanted == SupportTicketsStatus.of(present)) return to(Optional.of(present.key()), Optional.empty());
        if (wanted == SupportTicketsStatus.OPEN && present.category().isDone()) {
            StatusKey reopened = lifecycle.at(Lifecycle.Role.REOPENED);
            return new SupportTicketsMove(Optional.of(new Command.Reopen()), Optional.of(reopened), Optional.empty());
        }
        return switch (wanted) {
            case RESOLVED -> to(Optional.of(present.key()), Optional.of(new Command.Resolve(Optional.empty())));
            case CLOSED -> to(Optional.of(present.key()), Optional.of(new Command.Close()));
            case OPEN, PENDING, IN_PROGRESS -> {
                StatusKey meant = wanted.meant(lifecycle);
                yield to(Optional.of(meant), Optional.of(new Command.Move(meant)));
            }
        };
    }

    private static SupportTicketsMove to(Optional<StatusKey> afterMessage, Optional<Command> last) {
        return new SupportTicketsMove(Optional.empty(), afterMessage, last);
    }
}
