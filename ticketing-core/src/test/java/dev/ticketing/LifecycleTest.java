package dev.ticketing;

import static dev.ticketing.StatusKey.CLOSED;
import static dev.ticketing.StatusKey.IN_PROGRESS;
import static dev.ticketing.StatusKey.OPEN;
import static dev.ticketing.StatusKey.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ticketing.Lifecycle.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class LifecycleTest {

    private static final StatusKey TRIAGE = StatusKey.of("triage");

    @Test
    void standardTableIsThePositiveOne() {
        assertThat(table(Lifecycle.standard())).isEqualTo("""
                        open -> answered closed customer_reply in_progress on_hold pending resolved
                        customer_reply -> answered closed in_progress on_hold open pending resolved
                        in_progress -> answered closed customer_reply on_hold open pending resolved
                        answered -> closed customer_reply in_progress on_hold open pending resolved
                        pending -> answered closed customer_reply in_progress on_hold open resolved
                        on_hold -> answered closed customer_reply in_progress open pending resolved
                        resolved -> closed in_progress
                        closed ->\
                        """);
    }

    private static String table(Lifecycle lifecycle) {
        return lifecycle.statuses().stream()
                .map(status -> status.key() + " -> "
                        + lifecycle.moves(status.key()).stream()
                                .map(StatusKey::value)
                                .sorted()
                                .collect(Collectors.joining(" ")))
                .map(String::strip)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void standardStatusesMeanWhatTheDesignSays() {
        assertThat(Lifecycle.standard().statuses().stream()
                        .map(status -> String.join(
                                " | ",
                                status.key().value(),
                                status.category().name(),
                                status.clock().name(),
                                status.portalLabel())))
                .containsExactly(
                        "open | NEW | RUNS | open",
                        "customer_reply | WAITING_ON_DESK | RUNS | open",
                        "in_progress | WAITING_ON_DESK | RUNS | in progress",
                        "answered | WAITING_ON_REQUESTER | PAUSES | awaiting your reply",
                        "pending | WAITING_ON_REQUESTER | PAUSES | awaiting your reply",
                        "on_hold | ON_HOLD | PAUSES | on hold",
                        "resolved | RESOLVED | STOPS | resolved",
                        "closed | CLOSED | STOPS | closed");
    }

    @Test
    void takesAStatusOfTheHostsOwn() {
        Lifecycle lifecycle = small().status(Status.of("triage", StatusCategory.NEW))
                .moves(OPEN, List.of(TRIAGE))
                .moves(TRIAGE, List.of(CLOSED))
                .build();

        assertThat(lifecycle.moves(TRIAGE)).containsExactly(CLOSED);
        assertThat(lifecycle.moves(OPEN)).contains(TRIAGE);
        assertThat(lifecycle.find(TRIAGE)).isPresent();
        assertThat(lifecycle.find(StatusKey.of("Triage"))).isEmpty();
    }

    @Test
    void refusesADeadEnd() {
        refuses(
                small().status(Status.of("triage", StatusCategory.NEW)).moves(OPEN, List.of(TRIAGE)),
                "status triage is a dead end: it has no way to closed");
    }

    @Test
    void refusesAStatusThatCannotBeReached() {
        refuses(
                small().status(Status.of("triage", StatusCategory.NEW)).moves(TRIAGE, List.of(CLOSED)),
                "status triage cannot be reached");
    }

    @Test
    void refusesUnknownStatuses() {
        refuses(small().moves(OPEN, List.of(TRIAGE)), "a move leads to unknown triage");
        refuses(small().moves(TRIAGE, List.of(OPEN)), "a move starts at unknown triage");
        refuses(small().at(Role.OPENED, TRIAGE), "role OPENED names unknown triage");
    }

    @Test
    void refusesMovesThatLeaveClosed() {
        refuses(small().moves(CLOSED, List.of(OPEN)), "a move leaves closed; only a reopening leaves closed");
    }

    @Test
    void refusesRolesOfTheWrongCategory() {
        refuses(small().at(Role.CLOSED, OPEN), "role CLOSED needs a status of category CLOSED");
        refuses(small().at(Role.RESOLVED, OPEN), "role RESOLVED needs category RESOLVED");
        refuses(small().at(Role.REOPENED, CLOSED), "role REOPENED must not be done");
        refuses(small().at(Role.STAFF_REPLIED, RESOLVED), "role STAFF_REPLIED must not be done");
    }

    @Test
    void refusesMissingRolesAndDoubles() {
        refuses(Lifecycle.builder().status(Status.of("open", StatusCategory.NEW)), "no status for role OPENED");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> small().status(Status.of("open", StatusCategory.NEW)))
                .withMessage("status open is there twice");
    }

    @Test
    void saysWhichStatusATicketHasThatTheLifecycleLacks() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Lifecycle.standard().get(TRIAGE))
                .withMessageContaining("triage");
    }

    @Test
    void neverChangesAfterItWasBuilt() {
        Lifecycle.Builder builder = small();
        Lifecycle lifecycle = builder.build();
        builder.moves(OPEN, List.of(RESOLVED, IN_PROGRESS));

        assertThat(lifecycle.moves(OPEN)).isEqualTo(Set.of(RESOLVED, CLOSED));
    }

    private static void refuses(Lifecycle.Builder builder, String because) {
        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessage(because);
    }

    private static Lifecycle.Builder small() {
        return Lifecycle.builder()
                .status(Status.of("open", StatusCategory.NEW))
                .status(Status.of("resolved", StatusCategory.RESOLVED))
                .status(Status.of("closed", StatusCategory.CLOSED))
                .moves(OPEN, List.of(RESOLVED, CLOSED))
                .moves(RESOLVED, List.of(CLOSED))
                .at(Role.OPENED, OPEN)
                .at(Role.REQUESTER_REPLIED, OPEN)
                .at(Role.STAFF_REPLIED, OPEN)
                .at(Role.RESOLVED, RESOLVED)
                .at(Role.CLOSED, CLOSED)
                .at(Role.REOPENED, OPEN);
    }
}
