package dev.ticketing;

import dev.ticketing.Lifecycle.Role;
import java.util.List;

/** The one place that holds the standard table; docs/lifecycle.md prints it and a test compares the two. */
final class StandardLifecycle {

    static final Lifecycle INSTANCE = build();

    private StandardLifecycle() {}

    private static Lifecycle build() {
        Lifecycle.Builder table = Lifecycle.builder()
                .status(status(StatusKey.OPEN, StatusCategory.NEW, "open", "open"))
                .status(status(StatusKey.CUSTOMER_REPLY, StatusCategory.WAITING_ON_DESK, "customer reply", "open"))
                .status(status(StatusKey.IN_PROGRESS, StatusCategory.WAITING_ON_DESK, "in progress", "in progress"))
                .status(status(
                        StatusKey.ANSWERED, StatusCategory.WAITING_ON_REQUESTER, "answered", "awaiting your reply"))
                .status(status(
                        StatusKey.PENDING, StatusCategory.WAITING_ON_REQUESTER, "pending", "awaiting your reply"))
                .status(status(StatusKey.ON_HOLD, StatusCategory.ON_HOLD, "on hold", "on hold"))
                .status(status(StatusKey.RESOLVED, StatusCategory.RESOLVED, "resolved", "resolved"))
                .status(status(StatusKey.CLOSED, StatusCategory.CLOSED, "closed", "closed"));
        List<StatusKey> active = List.of(
                StatusKey.OPEN,
                StatusKey.CUSTOMER_REPLY,
                StatusKey.IN_PROGRESS,
                StatusKey.ANSWERED,
                StatusKey.PENDING,
                StatusKey.ON_HOLD);
        for (StatusKey from : active) {
            table.moves(from, active.stream().filter(to -> !to.equals(from)).toList());
            table.moves(from, List.of(StatusKey.RESOLVED, StatusKey.CLOSED));
        }
        return table.moves(StatusKey.RESOLVED, List.of(StatusKey.IN_PROGRESS, StatusKey.CLOSED))
                .at(Role.OPENED, StatusKey.OPEN)
                .at(Role.REQUESTER_REPLIED, StatusKey.CUSTOMER_REPLY)
                .at(Role.STAFF_REPLIED, StatusKey.ANSWERED)
                .at(Role.RESOLVED, StatusKey.RESOLVED)
                .at(Role.CLOSED, StatusKey.CLOSED)
                .at(Role.REOPENED, StatusKey.OPEN)
                .build();
    }

    private static Status status(StatusKey key, StatusCategory category, String label, String portalLabel) {
        return Status.of(key.value(), category).withLabels(label, portalLabel).withShownAs(key);
    }
}
