package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.error.StorageException;
import dev.ticketing.http.ValidatingClient.Answer;
import dev.ticketing.memory.InMemoryStorage;
import dev.ticketing.spi.StaleTicketSignal;
import dev.ticketing.spi.Storage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What clients are told when the storage lets us down. */
class FailuresTest {

    @Test
    void asksClientsToComeAgainWhenOtherWritersKeptGettingInTheWay() {
        try (Host host = Host.over(failingWrites(StaleTicketSignal::new))) {
            Answer plain = host.as("ada").post("/v2/support-tickets", SupportTicketsContractTest.DRAFT);
            Answer problem = host.as("ada").post(SupportContractTest.TICKETS, SupportContractTest.DRAFT);
            assertThat(plain.text())
                    .isEqualTo("{\"error\":\"Other writers were in the way; try again\",\"message\":\"TRY_AGAIN\"}");
            assertThat(problem.json().at("/code").asString()).isEqualTo("try_again");
            for (Answer answer : new Answer[] {plain, problem}) {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).contains("1");
            }
        }
    }

    @Test
    void tellsNothingOfWhatFailed() {
        try (Host host = Host.over(failingWrites(() -> new StorageException("disk full at /secret", null)))) {
            Answer plain = host.as("ada").post("/v2/support-tickets", SupportTicketsContractTest.DRAFT);
            Answer problem = host.as("ada").post(SupportContractTest.TICKETS, SupportContractTest.DRAFT);
            assertThat(plain.status()).isEqualTo(500);
            assertThat(plain.json().at("/message").asString()).isEqualTo("INTERNAL_ERROR");
            assertThat(problem.status()).isEqualTo(500);
            assertThat(problem.json().at("/code").asString()).isEqualTo("internal_error");
            assertThat(plain.text() + problem.text()).doesNotContain("secret", "disk");
        }
    }

    private static Storage failingWrites(Supplier<? extends RuntimeException> failure) {
        Storage memory = new InMemoryStorage();
        return (Storage) Proxy.newProxyInstance(
                Storage.class.getClassLoader(), new Class<?>[] {Storage.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("write")) throw failure.get();
                    try {
                        return method.invoke(memory, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
