package dev.ticketing.jdbc;

import dev.ticketing.jdbc.servers.TestEngine;
import dev.ticketing.spi.Storage;
import java.sql.Connection;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A host's transaction on MariaDB, at its default level: one snapshot. */
class MariadbJoinedTest implements JoinedContract {

    @RegisterExtension
    final ServerDatabases databases = new ServerDatabases(TestEngine.MARIADB);

    @Override
    public Storage storage() {
        return databases.joinedStorage(Connection.TRANSACTION_REPEATABLE_READ);
    }
}
