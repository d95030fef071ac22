package dev.ticketing.jdbc;

import dev.ticketing.contract.StorageContract;
import dev.ticketing.spi.Storage;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole suite, on a database file. */
class SqliteStorageTest implements StorageContract {

    @RegisterExtension
    final Databases databases = new Databases();

    @Override
    public Storage storage() {
        return databases.storage();
    }
}
