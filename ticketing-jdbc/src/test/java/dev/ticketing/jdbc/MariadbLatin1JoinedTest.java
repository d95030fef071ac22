package dev.ticketing.jdbc;

import dev.ticketing.jdbc.servers.TestEngine;
import dev.ticketing.spi.Storage;
import java.sql.Connection;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A host's transaction on MariaDB with another default, that sees the latest. */
class MariadbLatin1JoinedTest implements JoinedContract {

    @RegisterExtension
    final ServerDatabases databases = new ServerDatabases(TestEngine.MARIADB_LATIN1);

    @Override
    public Storage storage() {
        return databases.joinedStorage(Connection.TRANSACTION_READ_COMMITTED);
    }
}
