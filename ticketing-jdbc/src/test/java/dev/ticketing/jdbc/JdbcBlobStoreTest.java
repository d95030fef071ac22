package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.FileDraft;
import dev.ticketing.MessageDraft;
import dev.ticketing.Settings;
import dev.ticketing.TicketId;
import dev.ticketing.UploadId;
import dev.ticketing.contract.TestClock;
import dev.ticketing.contract.World;
import dev.ticketing.error.StorageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contents of files as rows. */
class JdbcBlobStoreTest {

    @RegisterExtension
    final Databases databases = new Databases();

    private HikariDataSource database;
    private JdbcBlobStore blobs;

    @BeforeEach
    void hasAStore() {
        database = databases.migrated();
        blobs = new JdbcBlobStore(new OwnTransactions(database), Clock.systemUTC());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 1_048_576, 1_048_577, 3_000_000})
    void givesBackTheExactBytes(int size) throws IOException {
        byte[] content = content(size);
        blobs.write("key", new ByteArrayInputStream(content));

        try (InputStream read = blobs.read("key")) {
            assertThat(read.readAllBytes()).isEqualTo(content);
        }
        try (InputStream read = blobs.read("key")) {
            for (byte expected : content) if (read.read() != (expected & 0xff)) throw new AssertionError("wrong byte");
            assertThat(read.read()).isEqualTo(-1);
            assertThat(read.read()).isEqualTo(-1);
        }
    }

    @Test
    void tellsAnEmptyContentFromAMissingOne() {
        assertThatThrownBy(() -> blobs.read("nothing")).isInstanceOf(StorageException.class);
    }

    @Test
    void keepsNoMoreThanAChunkInARow() throws IOException {
        blobs.write("key", new ByteArrayInputStream(content(1_000_000)));

        assertThat(Rows.of(database, "SELECT max(length(bytes)), count(*) FROM ticketing_blob_chunk"))
                .containsExactly("65536 16");
    }

    @Test
    void removesAContentAndDoesNotMindItsAbsence() throws IOException {
        blobs.write("key", new ByteArrayInputStream(content(200_000)));
        blobs.delete("key");
        blobs.delete("key");

        assertThatThrownBy(() -> blobs.read("key")).isInstanceOf(StorageException.class);
        assertThat(Rows.of(database, "SELECT * FROM ticketing_blob_staged")).isEmpty();
    }

    @Test
    void sweepsWhatNoRowNamesWhenItIsOldEnough() throws IOException {
        TestClock clock = new TestClock(World.START);
        JdbcTicketing ticketing = JdbcTicketing.builder(database)
                .settings(Settings.defaults().clock(clock))
                .build();
        TicketId ticket = ticketing.portal(Samples.ADA).open(Samples.DRAFT).id();
        ticketing.portal(Samples.ADA).reply(ticket, MessageDraft.of("x").files(List.of(upload(ticketing))));
        upload(ticketing);
        new JdbcStorage(new OwnTransactions(database), clock)
                .blobs()
                .write("leftbehind", new ByteArrayInputStream(content(10)));
        assertThat(Rows.of(database, "SELECT blob_key FROM ticketing_blob_staged"))
                .containsExactly("leftbehind");
        ticketing.sweep();
        assertThat(blobKeys()).hasSize(3);

        clock.advance(Duration.ofDays(30));
        ticketing.sweep();

        assertThat(blobKeys()).hasSize(1);
        assertThat(blobKeys()).isEqualTo(Rows.of(database, "SELECT blob_key FROM ticketing_attachment"));
    }

    private List<String> blobKeys() {
        return Rows.of(database, "SELECT DISTINCT blob_key FROM ticketing_blob_chunk");
    }

    private static UploadId upload(JdbcTicketing ticketing) {
        return ticketing
                .portal(Samples.ADA)
                .upload(FileDraft.of("a.bin", new ByteArrayInputStream(content(70_000))))
                .id();
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }
}
