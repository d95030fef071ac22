package dev.ticketing.jdbc;

import dev.ticketing.jdbc.servers.TestEngine;
import dev.ticketing.spi.Storage;
import java.sql.Connection;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A host's transaction on PostgreSQL, at its default level. */
class PostgresqlJoinedTest implements JoinedContract {

    @RegisterExtension
    final ServerDatabases databases = new ServerDatabases(TestEngine.POSTGRESQL);

    @Override
    public Storage storage() {
        return databases.joinedStorage(Connection.TRANSACTION_READ_COMMITTED);
    }
}
