package dev.ticketing.jdbc;

import dev.ticketing.contract.StorageContract;
import dev.ticketing.jdbc.servers.TestEngine;
import dev.ticketing.spi.Storage;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole suite, on MariaDB. */
class MariadbStorageTest implements StorageContract {

    @RegisterExtension
    final ServerDatabases databases = new ServerDatabases(TestEngine.MARIADB);

    @Override
    public Storage storage() {
        return databases.storage();
    }
}
