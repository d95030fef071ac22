package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.http.ValidatingClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many clients on one ticket: what was acknowledged is there, once. */
class CrowdTest {

    private static final int CLIENTS = 16;
    private static final int REPLIES = 20;

    @Test
    void keepsEveryAcknowledgedReplyOnce() throws Exception {
        try (Host host = Host.start()) {
            String id =
                    SupportContractTest.id(host.as("ada").post(SupportContractTest.TICKETS, SupportContractTest.DRAFT));
            Set<String> acknowledged = new ConcurrentSkipListSet<>();
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            try {
                List<Future<?>> running = new ArrayList<>();
                for (int client = 0; client < CLIENTS; client++) {
                    String name = "client " + client;
                    String token = client % 2 == 0 ? "ada" : "grace";
                    running.add(clients.submit(() -> {
                        for (int i = 0; i < REPLIES; i++)
                            act(host.as(token), id, name + " reply " + i, i, acknowledged);
                    }));
                }
                for (Future<?> client : running) client.get();
            } finally {
                clients.shutdownNow();
            }
            Set<String> stored = new TreeSet<>();
            JsonNode messages = host.as("ada")
                    .get(SupportContractTest.TICKETS + "/" + id)
                    .json()
                    .at("/messages");
            for (JsonNode message : messages)
                if (message.at("/body").asString().startsWith("client"))
                    stored.add(message.at("/body").asString());
            assertThat(acknowledged).isNotEmpty();
            assertThat(stored).containsAll(acknowledged);
            assertThat(messages.size()).isEqualTo(stored.size() + 1);
        }
    }

    private static void act(ValidatingClient client, String id, String text, int turn, Set<String> acknowledged) {
        // a refusal for contention is legal; the client comes again under the same key
        ValidatingClient once = client.with("Idempotency-Key", text.replace(' ', '-'));
        for (int attempt = 0; attempt < 50; attempt++) {
            String body = "{\"message\":\"" + text + "\"}";
            Answer answer = turn % 2 == 0
                    ? once.post(SupportContractTest.TICKETS + "/" + id + "/messages", body)
                    : once.put("/v2/support-tickets/" + id, body);
            if (answer.status() < 300) {
                acknowledged.add(text);
                return;
            }
            assertThat(answer.status()).isEqualTo(503);
        }
    }
}
