package dev.ticketing.memory;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ticketing.contract.StorageContract;
import dev.ticketing.spi.Storage;
import org.junit.jupiter.api.Test;

final class InMemoryStorageTest implements StorageContract {

    @Override
    public Storage storage() {
        return new InMemoryStorage();
    }

    @Test
    void refusesAWriteWithinAWrite() {
        Storage storage = storage();

        assertThatIllegalStateException().isThrownBy(() -> storage.write(outer -> storage.write(inner -> 1)));
    }
}
