package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Lifecycle;
import dev.ticketing.Lifecycle.Role;
import dev.ticketing.Status;
import dev.ticketing.StatusCategory;
import dev.ticketing.StatusKey;
import dev.ticketing.TicketId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How statuses are shown and what a written one or a filter stands for. */
class StatusesTest {

    private static final StatusKey FRESH = StatusKey.of("fresh");
    private static final StatusKey LAB = StatusKey.of("in_the_lab");
    private static final StatusKey PARKED = StatusKey.of("parked");
    private static final StatusKey DONE = StatusKey.of("done");
    private static final StatusKey GONE = StatusKey.of("gone");

    @Test
    void showsTheStandardLifecycleAsDesigned() {
        Map<String, String> shown = new TreeMap<>();
        for (Status status : Lifecycle.standard().statuses())
            shown.put(
                    status.key().value(),
                    SupportTicketsStatus.of(status).wire() + " "
                            + SupportStatus.of(status).wire());
        assertThat(shown)
                .isEqualTo(Map.of(
                        "open", "open open",
                        "customer_reply", "open customer_reply",
                        "in_progress", "in_progress in_progress",
                        "answered", "pending answered",
                        "pending", "pending on_hold",
                        "on_hold", "pending on_hold",
                        "resolved", "resolved answered",
                        "closed", "closed closed"));
    }

    @Test
    void showsAHostsOwnStatusesByWhatTheyNameOrTheirCategory() {
        try (Host host = Host.start("/*", settings -> settings.lifecycle(own()), servlet -> servlet)) {
            String id =
                    SupportContractTest.id(host.as("ada").post(SupportContractTest.TICKETS, SupportContractTest.DRAFT));
            assertThat(shown(host, id)).containsExactly("open", "unknown");
            for (String[] step : new String[][] {
                {"in_the_lab", "in_progress", "in_progress"},
                {"parked", "pending", "unknown"},
                {"done", "resolved", "unknown"},
                {"gone", "closed", "unknown"}
            }) {
                host.ticketing().desk(Host.GRACE).move(TicketId.of(id), StatusKey.of(step[0]));
                assertThat(shown(host, id)).containsExactly(step[1], step[2]);
                JsonNode list = host.as("ada")
                        .get("/v2/support-tickets?status=" + step[1])
                        .json();
                assertThat(list.at("/pagination/total").asInt()).isEqualTo(1);
                assertThat(list.at("/data").size()).isEqualTo(1);
            }
        }
    }

    @Test
    void findsNothingByAFilterThatNoStatusShowsAs() {
        try (Host host = Host.start("/*", settings -> settings.lifecycle(own()), servlet -> servlet)) {
            host.as("ada").post(SupportContractTest.TICKETS, SupportContractTest.DRAFT);
            assertThat(host.as("ada")
                            .get(SupportContractTest.TICKETS + "?status=open")
                            .text())
                    .isEqualTo("{\"data\":[],\"hasMore\":false,\"nextCursor\":null}");
            assertThat(host.as("ada")
                            .get(SupportContractTest.TICKETS)
                            .json()
                            .at("/data")
                            .size())
                    .isEqualTo(1);
        }
        Lifecycle withoutPause = lifecycle(List.of(
                Status.of("fresh", StatusCategory.NEW),
                Status.of("done", StatusCategory.RESOLVED),
                Status.of("gone", StatusCategory.CLOSED)));
        try (Host host = Host.start("/*", settings -> settings.lifecycle(withoutPause), servlet -> servlet)) {
            host.as("ada").post("/v2/support-tickets", SupportTicketsContractTest.DRAFT);
            JsonNode list =
                    host.as("ada").get("/v2/support-tickets?status=pending").json();
            assertThat(list.at("/data").size()).isZero();
            assertThat(list.at("/pagination/total").asInt()).isZero();
        }
    }

    @Test
    void takesAWrittenStatusForTheOneThatShowsAsIt() {
        try (Host host = Host.start("/*", settings -> settings.lifecycle(own()), servlet -> servlet)) {
            String id = SupportTicketsContractTest.id(
                    host.as("ada").post("/v2/support-tickets", SupportTicketsContractTest.DRAFT));
            for (String[] step : new String[][] {
                {"in_progress", "in_the_lab"},
                {"pending", "parked"},
                {"resolved", "done"},
                {"open", "fresh"},
                {"closed", "gone"}
            }) {
                assertThat(host.as("grace")
                                .put("/v2/support-tickets/" + id, "{\"status\":\"" + step[0] + "\"}")
                                .status())
                        .isEqualTo(200);
                assertThat(host.ticketing()
                                .desk(Host.GRACE)
                                .get(TicketId.of(id))
                                .status()
                                .key()
                                .value())
                        .isEqualTo(step[1]);
            }
        }
    }

    private static List<String> shown(Host host, String id) {
        return List.of(
                host.as("ada")
                        .get("/v2/support-tickets/" + id)
                        .json()
                        .at("/data/status")
                        .asString(),
                host.as("ada")
                        .get(SupportContractTest.TICKETS + "/" + id)
                        .json()
                        .at("/status")
                        .asString());
    }

    private static Lifecycle own() {
        return lifecycle(List.of(
                Status.of("fresh", StatusCategory.NEW),
                Status.of("in_the_lab", StatusCategory.WAITING_ON_DESK).withShownAs(StatusKey.IN_PROGRESS),
                Status.of("parked", StatusCategory.ON_HOLD).withShownAs(StatusKey.of("no_standard_status")),
                Status.of("done", StatusCategory.RESOLVED),
                Status.of("gone", StatusCategory.CLOSED)));
    }

    private static Lifecycle lifecycle(List<Status> statuses) {
        Lifecycle.Builder builder = Lifecycle.builder();
        List<StatusKey> keys = statuses.stream().map(Status::key).toList();
        statuses.forEach(builder::status);
        for (StatusKey from : List.of(FRESH, LAB, PARKED, DONE))
            if (keys.contains(from))
                builder.moves(from, keys.stream().filter(to -> !to.equals(from)).toList());
        return builder.at(Role.OPENED, FRESH)
                .at(Role.REQUESTER_REPLIED, FRESH)
                .at(Role.STAFF_REPLIED, FRESH)
                .at(Role.REOPENED, FRESH)
                .at(Role.RESOLVED, DONE)
                .at(Role.CLOSED, GONE)
                .build();
    }
}
