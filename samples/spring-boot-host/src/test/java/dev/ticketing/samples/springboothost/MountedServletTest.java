package dev.ticketing.samples.springboothost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.samples.springboothost.OrderService.Receipt;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The servlet beside the host's own controllers, behind the host's own security. */
class MountedServletTest {

    @TempDir
    static Path folder;

    private static RunningShop shop;

    private static final String TICKETS = "/support/api/v2/support/tickets";
    private static final String DESK = "/support/api/v2/desk/tickets";
    private static final String ORDER = "{\"item\":\"ring\",\"wish\":\"Engrave it, please.\"}";

    @BeforeAll
    static void start() {
        shop = RunningShop.onItsFile(folder);
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    @Test
    void showsTheTicketOfAnOrderThatWasPlacedOverHttp() throws Exception {
        HttpResponse<String> placed = shop.post("/orders", "demo-ada", ORDER);
        assertThat(placed.statusCode()).isEqualTo(201);
        String ticket = placed.body().replaceFirst(".*\"ticket\":\"(\\w+)\".*", "$1");

        assertThat(shop.get(TICKETS + "/" + ticket, "demo-ada").body())
                .contains("Wish for ring", "Engrave it, please.");
        assertThat(shop.get(DESK + "/" + ticket, "demo-staff").body()).contains("\"requester\"");
    }

    @Test
    void answersAStrangerWith401InItsOwnShape() throws Exception {
        for (String token : List.of("", "demo-nobody")) {
            HttpResponse<String> refused = shop.get(TICKETS, token);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).contains("\"code\":\"unauthorized\"");
        }
    }

    @Test
    void hidesAnotherCustomersTicketAsIfItWereMissing() throws Exception {
        Receipt receipt = shop.bean(OrderService.class).place("client_82", "ring", "Engrave it, please.");
        String foreign = TICKETS + "/" + receipt.ticket().orElseThrow();

        HttpResponse<String> hidden = shop.get(foreign, "demo-bob");
        HttpResponse<String> missing = shop.get(TICKETS + "/tkt_00000000000000000000000000", "demo-bob");

        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(hidden.body().length()).isEqualTo(missing.body().length());
        assertThat(shop.get(foreign, "demo-ada").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsCustomersFromTheDesk() throws Exception {
        assertThat(shop.get(DESK, "demo-ada").statusCode()).isEqualTo(403);
        assertThat(shop.get(DESK, "demo-staff").statusCode()).isEqualTo(200);
    }

    @Test
    void takesUploads() throws Exception {
        String form = "--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"ring.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\na ring\r\n--line--\r\n";
        HttpResponse<String> uploaded = shop.send(shop.request("/support/api/v2/support/attachments", "demo-ada")
                .header("Content-Type", "multipart/form-data; boundary=line")
                .POST(BodyPublishers.ofString(form)));

        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
    }

    @Test
    void leavesTheHostsOwnPagesAlone() throws Exception {
        assertThat(shop.get("/orders", "").statusCode()).isEqualTo(401);
        assertThat(shop.get("/orders", "demo-bob").body()).isEqualTo("[]");
        assertThat(shop.get("/nowhere", "demo-bob").body()).contains("\"status\":404", "\"path\":\"/nowhere\"");
    }

    @Test
    void tellsTheCustomerWhyAnOrderWasRefused() throws Exception {
        assertThat(shop.post("/orders", "demo-ada", "{\"item\":\"ring\",\"wish\":\" \"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(shop.post("/orders", "demo-ada", "{\"item\":\"yacht\",\"wish\":\"In blue.\"}")
                        .statusCode())
                .isEqualTo(402);
    }

    @Test
    void takesOrdersOfTwoCustomersAtOnce() {
        int orders = shop.rows().get("shop_order");
        int tickets = shop.rows().get("ticketing_ticket");

        List<Integer> statuses = Stream.of("demo-ada", "demo-staff")
                .map(token -> CompletableFuture.supplyAsync(() -> statusesOfOrders(token, 20)))
                .toList()
                .stream()
                .flatMap(answers -> answers.join().stream())
                .toList();

        assertThat(statuses).hasSize(40).containsOnly(201);
        assertThat(shop.rows())
                .containsEntry("shop_order", orders + 40)
                .containsEntry("ticketing_ticket", tickets + 40);
    }

    private static List<Integer> statusesOfOrders(String token, int times) {
        List<Integer> statuses = new ArrayList<>();
        try {
            for (int i = 0; i < times; i++)
                statuses.add(shop.post("/orders", token, ORDER).statusCode());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return statuses;
    }
}
