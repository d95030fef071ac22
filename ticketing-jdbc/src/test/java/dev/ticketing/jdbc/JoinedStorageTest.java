package dev.ticketing.jdbc;

import dev.ticketing.spi.Storage;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A host's transaction on SQLite. */
class JoinedStorageTest implements JoinedContract {

    @RegisterExtension
    final Databases databases = new Databases();

    @Override
    public Storage storage() {
        return databases.joinedStorage();
    }
}
