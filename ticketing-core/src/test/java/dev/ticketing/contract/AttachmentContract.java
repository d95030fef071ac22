package dev.ticketing.contract;

import static dev.ticketing.contract.Refusals.codeOf;
import static dev.ticketing.contract.Refusals.violationsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Attachment;
import dev.ticketing.AttachmentId;
import dev.ticketing.Download;
import dev.ticketing.FileDraft;
import dev.ticketing.MessageDraft;
import dev.ticketing.OutsideFile;
import dev.ticketing.PortalThread.PortalMessage;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketId;
import dev.ticketing.TicketThread;
import dev.ticketing.TicketThread.Note;
import dev.ticketing.Upload;
import dev.ticketing.error.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Files on messages, notes and tickets, and who may read them. */
public interface AttachmentContract extends PortContract {

    @Test
    default void givesTheExactBytesBack() {
        World world = world();
        byte[] bytes = new byte[700_001];
        new Random(1).nextBytes(bytes);
        Upload upload = world.ada().upload(FileDraft.of("photo.bin", new ByteArrayInputStream(bytes)));
        TicketId ticket = world.open();
        PortalMessage message = world.ada().reply(ticket, MessageDraft.of("See").files(List.of(upload.id())));

        Attachment file = message.attachments().get(0);
        assertThat(upload.id().value()).matches("satt_[0-9a-hjkmnp-tv-z]{26}");
        assertThat(upload.size()).isEqualTo(700_001);
        assertThat(file.id().value()).matches("tatt_[0-9a-hjkmnp-tv-z]{26}");
        assertThat(file.filename()).isEqualTo("photo.bin");
        assertThat(file.extension()).contains("bin");
        assertThat(file.mimeType()).isEqualTo("application/octet-stream");
        assertThat(file.size()).isEqualTo(700_001);
        assertThat(file.url()).isEmpty();
        assertThat(content(() -> world.ada().download(ticket, file.id()))).isEqualTo(bytes);
        assertThat(content(() -> world.grace().download(ticket, file.id()))).isEqualTo(bytes);
        assertThat(content(() -> world.grace().asPortal().download(ticket, file.id())))
                .isEqualTo(bytes);
    }

    @Test
    default void keepsAnEmptyFile() {
        World world = world();
        Upload upload = world.ada().upload(FileDraft.of("empty", InputStream.nullInputStream()));
        TicketId ticket = world.open(World.draft().files(List.of(upload.id())));
        Attachment file =
                world.portal(ticket).opening().orElseThrow().attachments().get(0);

        assertThat(file.size()).isZero();
        assertThat(content(() -> world.ada().download(ticket, file.id()))).isEmpty();
    }

    @Test
    default void showsFilesWhereTheyWereAttached() {
        World world = world();
        TicketId ticket =
                world.open(World.draft().files(List.of(upload(world, "a.txt").id())));
        world.ada()
                .reply(
                        ticket,
                        MessageDraft.of("r")
                                .files(List.of(upload(world, "b.txt").id(), outside("c.txt"))));
        Upload own = world.grace().upload(file("d.txt"));
        world.grace().attach(ticket, own.id());
        TicketThread thread = world.grace().thread(ticket, ThreadQuery.whole());

        assertThat(names(world.portal(ticket).opening().orElseThrow().attachments()))
                .containsExactly("a.txt");
        assertThat(names(world.ada()
                        .thread(ticket, ThreadQuery.whole())
                        .messages()
                        .get(1)
                        .attachments()))
                .containsExactly("b.txt", "c.txt");
        assertThat(names(thread.attachments())).containsExactly("d.txt");
        assertThat(names(world.ada().thread(ticket, ThreadQuery.whole()).attachments()))
                .containsExactly("d.txt");
        assertThat(world.history(ticket).stream()
                        .map(event -> event.attachments().size()))
                .containsExactly(1, 2, 1);
        assertThat(world.history(ticket).get(2).kind()).isEqualTo(TicketEvent.Kind.ATTACHED);
    }

    @Test
    default void pointsAtFilesHeldElsewhereWithoutOpeningThem() {
        World world = world();
        TicketId ticket = world.open(World.draft().files(List.of(outside("c.txt"))));
        Attachment file =
                world.portal(ticket).opening().orElseThrow().attachments().get(0);

        assertThat(file.url()).contains("https://files.example.org/c.txt");
        assertThat(file.mimeType()).isEqualTo("text/plain");
        assertThat(codeOf(() -> world.ada().download(ticket, file.id()))).isEqualTo(ErrorCode.ATTACHMENT_NOT_FOUND);
    }

    @Test
    default void usesAnUploadOnce() {
        World world = world();
        Upload upload = upload(world, "a.txt");
        TicketId ticket = world.open(World.draft().files(List.of(upload.id())));
        MessageDraft again = MessageDraft.of("again").files(List.of(upload.id()));

        assertThat(violationsOf(() -> world.ada().reply(ticket, again))).containsExactly("attachments[0] UNKNOWN");
        assertThat(violationsOf(() -> world.open(World.draft().files(List.of(upload.id())))))
                .containsExactly("attachments[0] UNKNOWN");
        assertThat(world.portal(ticket).messageCount()).isEqualTo(1);
    }

    @Test
    default void keepsAnUploadOfARefusedMessage() {
        World world = world();
        Upload upload = upload(world, "a.txt");
        TicketId ticket = world.open();
        assertThat(violationsOf(() ->
                        world.ada().reply(ticket, MessageDraft.of("").files(List.of(upload.id())))))
                .containsExactly("message REQUIRED");

        PortalMessage message = world.ada().reply(ticket, MessageDraft.of("See").files(List.of(upload.id())));
        assertThat(names(message.attachments())).containsExactly("a.txt");
    }

    @Test
    default void refusesUploadsOfOthersLikeUnknownOnes() {
        World world = world();
        Upload bobs = world.bob().upload(file("bob.txt"));
        Upload graces = world.grace().upload(file("grace.txt"));
        TicketId ticket = world.open();
        MessageDraft draft = MessageDraft.of("See").files(List.of(bobs.id(), outside("c.txt"), graces.id()));

        assertThat(violationsOf(() -> world.ada().reply(ticket, draft)))
                .containsExactly("attachments[0] UNKNOWN", "attachments[2] UNKNOWN");
        assertThat(violationsOf(() ->
                        world.charles().reply(ticket, MessageDraft.of("x").files(List.of(bobs.id())))))
                .containsExactly("attachments[0] UNKNOWN");
        TicketId own = world.bob().open(World.draft().files(List.of(bobs.id()))).id();
        assertThat(world.bob().get(own).opening().orElseThrow().attachments()).hasSize(1);
    }

    @Test
    default void carriesPinnedUploadsWhenAsked() {
        World world = world();
        TicketId ticket = world.open();
        TicketId other = world.open();
        world.ada().upload(file("a.txt").pinnedTo(ticket));
        world.ada().upload(file("b.txt").pinnedTo(ticket));
        world.ada().upload(file("other.txt").pinnedTo(other));
        world.charles().upload(file("charles.txt").pinnedTo(ticket));
        upload(world, "loose.txt");

        assertThat(world.ada().reply(ticket, "none").attachments()).isEmpty();
        PortalMessage message = world.ada().reply(ticket, MessageDraft.of("all").withPinnedUploads());
        assertThat(names(message.attachments())).containsExactly("a.txt", "b.txt");
        assertThat(world.ada()
                        .reply(ticket, MessageDraft.of("none left").withPinnedUploads())
                        .attachments())
                .isEmpty();
    }

    @Test
    default void refusesAnUploadThatIsPinnedToAnotherTicket() {
        World world = world();
        TicketId ticket = world.open();
        TicketId other = world.open();
        Upload pinned = world.ada().upload(file("a.txt").pinnedTo(other));

        assertThat(pinned.ticket()).isEqualTo(Optional.of(other));
        assertThat(violationsOf(() ->
                        world.ada().reply(ticket, MessageDraft.of("x").files(List.of(pinned.id())))))
                .containsExactly("attachments[0] UNKNOWN");
        assertThat(codeOf(() -> world.bob().upload(file("a.txt").pinnedTo(ticket))))
                .isEqualTo(ErrorCode.TICKET_NOT_FOUND);
        assertThat(codeOf(() -> world.ada().upload(file("a.txt").pinnedTo(TicketId.of("tkt_none")))))
                .isEqualTo(ErrorCode.TICKET_NOT_FOUND);
    }

    @Test
    default void givesFilesOfOwnTicketsOnly() {
        World world = world();
        TicketId ticket =
                world.open(World.draft().files(List.of(upload(world, "a.txt").id())));
        AttachmentId file = world.portal(ticket)
                .opening()
                .orElseThrow()
                .attachments()
                .get(0)
                .id();
        TicketId bobs = world.bob().open(World.draft()).id();

        assertThat(content(() -> world.charles().download(ticket, file))).isEqualTo(bytes("a.txt"));
        assertThat(codeOf(() -> world.bob().download(ticket, file))).isEqualTo(ErrorCode.ATTACHMENT_NOT_FOUND);
        assertThat(codeOf(() -> world.bob().download(bobs, file))).isEqualTo(ErrorCode.ATTACHMENT_NOT_FOUND);
        assertThat(codeOf(() -> world.ben().download(ticket, file))).isEqualTo(ErrorCode.ATTACHMENT_NOT_FOUND);
        assertThat(codeOf(() -> world.grace().download(bobs, file))).isEqualTo(ErrorCode.ATTACHMENT_NOT_FOUND);
        assertThat(codeOf(() -> world.ada()
                        .download(ticket, AttachmentId.of(file.value().toUpperCase(java.util.Locale.ROOT)))))
                .isEqualTo(ErrorCode.ATTACHMENT_NOT_FOUND);
    }

    @Test
    default void keepsFilesOfNotesFromRequesters() {
        World world = world();
        TicketId ticket = world.open();
        Upload upload = world.grace().upload(file("secret.txt"));
        Note note = world.grace().note(ticket, MessageDraft.of("See").files(List.of(upload.id())));
        AttachmentId file = note.attachments().get(0).id();

        assertThat(content(() -> world.grace().download(ticket, file))).isEqualTo(bytes("secret.txt"));
        assertThat(codeOf(() -> world.ada().download(ticket, file))).isEqualTo(ErrorCode.ATTACHMENT_NOT_FOUND);
        assertThat(codeOf(() -> world.grace().asPortal().download(ticket, file)))
                .isEqualTo(ErrorCode.ATTACHMENT_NOT_FOUND);
        assertThat(world.ada().thread(ticket, ThreadQuery.whole()).attachments())
                .isEmpty();
    }

    /** Makes a file whose content tells its name. @param name the name @return a draft */
    static FileDraft file(String name) {
        return FileDraft.of(name, new ByteArrayInputStream(bytes(name)));
    }

    /** Points at a file held elsewhere. @param name its name @return the file */
    static OutsideFile outside(String name) {
        return new OutsideFile(name, "https://files.example.org/" + name, 3, "text/plain");
    }

    private static Upload upload(World world, String name) {
        return world.ada().upload(file(name));
    }

    private static byte[] bytes(String name) {
        return ("content of " + name).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> names(List<Attachment> files) {
        return files.stream().map(Attachment::filename).toList();
    }

    private static byte[] content(Supplier<Download> download) {
        try (Download file = download.get()) {
            return file.content().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
