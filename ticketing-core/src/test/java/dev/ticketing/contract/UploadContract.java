package dev.ticketing.contract;

import static dev.ticketing.contract.AttachmentContract.file;
import static dev.ticketing.contract.Refusals.codeOf;
import static dev.ticketing.contract.Refusals.violationsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.Answer;
import dev.ticketing.AttachmentId;
import dev.ticketing.Command;
import dev.ticketing.FileDraft;
import dev.ticketing.IdempotencyKey;
import dev.ticketing.MessageDraft;
import dev.ticketing.Portal;
import dev.ticketing.PortalReads;
import dev.ticketing.TicketId;
import dev.ticketing.Upload;
import dev.ticketing.error.ErrorCode;
import dev.ticketing.error.StorageException;
import dev.ticketing.spi.BlobStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Uploads before a message takes them, and the place for their contents. */
public interface UploadContract extends PortContract {

    @Test
    default void describesAnUpload() {
        World world = world();
        Upload upload = world.ada().upload(file("notes.TXT"));

        assertThat(upload.filename()).isEqualTo("notes.TXT");
        assertThat(upload.contentType()).isEqualTo("text/plain");
        assertThat(upload.size()).isEqualTo(20);
        assertThat(upload.uploadedAt()).isEqualTo(World.START);
        assertThat(upload.ticket()).isEmpty();
    }

    @Test
    default void makesNamesHarmless() {
        World world = world();

        assertThat(name(world, "../../etc/passwd")).isEqualTo("passwd");
        assertThat(name(world, "C:\\temp\\a.txt")).isEqualTo("a.txt");
        assertThat(name(world, "a\r\nSet-Cookie: b\u202etxt.exe")).isEqualTo("aSet-Cookie: btxt.exe");
        assertThat(name(world, "\u200b.htaccess")).isEqualTo("htaccess");
        assertThat(name(world, "")).isEqualTo("file");
        assertThat(name(world, "x".repeat(300))).hasSize(255);
        assertThat(name(world, "Überweisung 🔥.pdf")).isEqualTo("Überweisung 🔥.pdf");
    }

    private static String name(World world, String given) {
        return world.ada()
                .upload(FileDraft.of(given, InputStream.nullInputStream()))
                .filename();
    }

    @Test
    default void expiresUnderTheClock() {
        World world = world();
        TicketId ticket = world.open();
        Upload first = world.ada().upload(file("a.txt"));
        Upload second = world.ada().upload(file("b.txt").pinnedTo(ticket));
        world.clock().advance(Duration.ofHours(24).minusMillis(1));
        assertThat(world.ada()
                        .reply(ticket, MessageDraft.of("in time").files(List.of(first.id())))
                        .attachments())
                .hasSize(1);

        world.clock().advance(Duration.ofMillis(1));
        assertThat(violationsOf(() ->
                        world.ada().reply(ticket, MessageDraft.of("late").files(List.of(second.id())))))
                .containsExactly("attachments[0] UNKNOWN");
        assertThat(world.ada()
                        .reply(ticket, MessageDraft.of("late").withPinnedUploads())
                        .attachments())
                .isEmpty();
    }

    @Test
    default void sweepsWhatNobodyTook() {
        World world = world();
        TicketId ticket = world.open();
        Upload taken = world.ada().upload(file("taken.txt"));
        world.ada().reply(ticket, MessageDraft.of("x").files(List.of(taken.id())));
        world.ada().upload(file("left.txt"));
        world.clock().advance(Duration.ofHours(24).plusMillis(1));
        world.ada().upload(file("young.txt").pinnedTo(ticket));
        world.ticketing().sweep();

        assertThat(world.ada()
                        .reply(ticket, MessageDraft.of("x").withPinnedUploads())
                        .attachments())
                .hasSize(1);
        world.ada()
                .thread(ticket, dev.ticketing.ThreadQuery.whole())
                .messages()
                .forEach(message -> message.attachments()
                        .forEach(file -> assertThat(read(
                                        world.ada().download(ticket, file.id()).content()))
                                .isNotEmpty()));
    }

    @Test
    default void uploadsOnceUnderOneKey() {
        World world = world();
        Portal once = world.ada().once(IdempotencyKey.of("k-1"));
        Upload first = once.upload(file("a.txt"));
        world.tick();

        assertThat(once.upload(file("a.txt"))).isEqualTo(first);
        assertThat(codeOf(() -> once.upload(file("b.txt")))).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED);
        assertThat(world.charles()
                        .once(IdempotencyKey.of("k-1"))
                        .upload(file("a.txt"))
                        .id())
                .isNotEqualTo(first.id());
        TicketId ticket = world.open(World.draft().files(List.of(first.id())));
        AttachmentId attached = world.portal(ticket)
                .opening()
                .orElseThrow()
                .attachments()
                .get(0)
                .id();
        assertThat(read(world.ada().download(ticket, attached).content())).hasSize(16);
        assertThat(once.upload(file("a.txt"))).as("after its use").isEqualTo(first);
        assertThat(read(world.ada().download(ticket, attached).content())).hasSize(16);
    }

    @Test
    default void rendersTheAnswerToAnUploadOnce() {
        World world = world();
        TicketId ticket = world.open();
        Portal once = world.ada().once(IdempotencyKey.of("k-1"));
        FileDraft pinned = file("ä.txt").pinnedTo(ticket);
        Answer<PortalReads> first = Answer.ofUpload(upload -> upload.toString().getBytes(StandardCharsets.UTF_8));
        Upload upload = once.answering(first).upload(pinned);
        world.tick();
        Answer<PortalReads> second = Answer.ofUpload(again -> new byte[0]);
        Upload repeated = once.answering(second).upload(file("ä.txt").pinnedTo(ticket));

        assertThat(repeated).isEqualTo(upload);
        assertThat(first.replayed()).isFalse();
        assertThat(second.replayed()).isTrue();
        assertThat(new String(second.bytes(), StandardCharsets.UTF_8)).isEqualTo(upload.toString());
        Answer<PortalReads> plain = new Answer<>((id, entries, reads) -> new byte[0]);
        assertThatThrownBy(() -> world.ada().answering(plain).upload(file("b.txt")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void refusesAnUploadNamedTwiceInOneApply() {
        World world = world();
        TicketId ticket = world.open();
        Upload upload = world.grace().upload(file("a.txt"));
        Command reply = new Command.Reply(MessageDraft.of("x").files(List.of(upload.id())));
        Command note = new Command.AddNote(MessageDraft.of("y").files(List.of(upload.id())));

        assertThat(violationsOf(() -> world.grace().apply(ticket, reply, note)))
                .containsExactly("attachments[0] UNKNOWN");
        assertThat(world.desk(ticket).version()).isEqualTo(1);
    }

    @Test
    default void refusesAFileThatIsTooLarge() {
        World world = world().with(settings -> settings.limits(settings.limits().withFiles(8, Duration.ofHours(1))));
        InputStream nine = new ByteArrayInputStream(new byte[9]);

        assertThat(codeOf(() -> world.ada().upload(FileDraft.of("a", nine)))).isEqualTo(ErrorCode.TOO_LARGE);
        assertThat(world.ada()
                        .upload(FileDraft.of("a", new ByteArrayInputStream(new byte[8])))
                        .size())
                .isEqualTo(8);
    }

    @Test
    default void keepsContentsUnderTheirKeys() throws IOException {
        BlobStore blobs = storage().blobs();
        byte[] bytes = new byte[3_000_000];
        new Random(7).nextBytes(bytes);
        blobs.write("one", new ByteArrayInputStream(bytes));
        blobs.write("two", new ByteArrayInputStream("two".getBytes(StandardCharsets.UTF_8)));
        blobs.write("none", InputStream.nullInputStream());

        assertThat(read(blobs.read("one"))).isEqualTo(bytes);
        assertThat(read(blobs.read("two"))).isEqualTo("two".getBytes(StandardCharsets.UTF_8));
        assertThat(read(blobs.read("none"))).isEmpty();
        blobs.delete("one");
        blobs.delete("one");
        assertThatThrownBy(() -> blobs.read("one")).isInstanceOf(StorageException.class);
        assertThat(read(blobs.read("two"))).hasSize(3);
    }

    private static byte[] read(InputStream content) {
        try (content) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
