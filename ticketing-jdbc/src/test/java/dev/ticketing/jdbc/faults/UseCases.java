package dev.ticketing.jdbc.faults;

import static dev.ticketing.jdbc.faults.Fixture.file;
import static dev.ticketing.jdbc.faults.Fixture.order;
import static dev.ticketing.jdbc.faults.Fixture.words;

import dev.ticketing.AgentId;
import dev.ticketing.Answer;
import dev.ticketing.Audience;
import dev.ticketing.Command;
import dev.ticketing.Condition;
import dev.ticketing.IdempotencyKey;
import dev.ticketing.OutsideFile;
import dev.ticketing.Priority;
import dev.ticketing.StatusKey;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.contract.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Every command, and those refusals that come late. A test finds out when a verb is missing here. */
final class UseCases {

    /** Thrown by a surface that cannot render an answer, when everything is written. */
    static final class Unrendered extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final OutsideFile OUTSIDE =
            new OutsideFile("plan.pdf", "https://example.org/plan.pdf", 7, "application/pdf");

    private static final TicketDraft FULL = TicketDraft.of("Server down", "It is down.")
            .priority(Priority.CRITICAL)
            .criticalReason("Nobody can work.")
            .category("technical")
            .department("vps")
            .externalId("ext-1")
            .aiSummary("Down.")
            .aiHelpful(false)
            .tag("new")
            .cc("bob@example.org")
            .link("vps", "7");

    private UseCases() {}

    /** Those that have an effect. */
    static List<UseCase> commands() {
        return List.of(
                UseCase.of(
                        "portal open",
                        hands -> hands.portal()
                                .open(FULL.files(List.of(hands.fixture().adasUpload(), OUTSIDE)))),
                UseCase.of(
                        "portal reply",
                        hands -> hands.portal().reply(hands.fixture().open(), "Still burns.")),
                UseCase.of(
                        "portal reply with pinned files",
                        hands -> hands.portal()
                                .reply(
                                        hands.fixture().open(),
                                        words("See here.").withPinnedUploads())),
                UseCase.of(
                        "portal reply that reopens",
                        hands -> hands.portal().reply(hands.fixture().resolved(), "Not solved.")),
                UseCase.of(
                        "portal close",
                        hands -> hands.portal().close(hands.fixture().open())),
                UseCase.of(
                        "portal reopen",
                        hands -> hands.portal().reopen(hands.fixture().closed())),
                UseCase.of(
                        "portal apply",
                        hands -> hands.portal()
                                .apply(
                                        hands.fixture().closed(),
                                        new Command.Reopen(),
                                        new Command.Reply(words("Again.")),
                                        new Command.Close())),
                UseCase.of(
                                "portal upload",
                                hands -> hands.portal()
                                        .upload(file("big.bin", 200_000)
                                                .pinnedTo(hands.fixture().open())))
                        .staging(),
                UseCase.of(
                        "desk open",
                        hands -> hands.desk()
                                .open(
                                        World.BOB,
                                        FULL.files(List.of(hands.fixture().gracesUpload())))),
                UseCase.of(
                        "desk reply",
                        hands -> hands.desk()
                                .reply(
                                        hands.fixture().open(),
                                        words("Soon.")
                                                .thenStatus(StatusKey.ON_HOLD)
                                                .markedEncrypted())),
                UseCase.of(
                        "desk reply with files",
                        hands -> hands.desk()
                                .reply(
                                        hands.fixture().open(),
                                        words("Read.")
                                                .files(List.of(hands.fixture().gracesUpload(), OUTSIDE)))),
                UseCase.of(
                        "desk note", hands -> hands.desk().note(hands.fixture().open(), "Hm.")),
                UseCase.of(
                        "desk edit",
                        hands -> hands.desk()
                                .edit(hands.fixture().open(), hands.fixture().message(), "Which printer?")),
                UseCase.of(
                        "desk edit of a note",
                        hands -> hands.desk()
                                .edit(hands.fixture().open(), hands.fixture().note(), "No fire brigade.")),
                UseCase.of(
                        "desk edit of the opening",
                        hands -> hands.desk().apply(hands.fixture().open(), new Command.EditOpening("It burnt."))),
                UseCase.of(
                        "desk assign",
                        hands -> hands.desk().assign(hands.fixture().open(), AgentId.of("ben"))),
                UseCase.of(
                        "desk take", hands -> hands.desk().take(hands.fixture().free())),
                UseCase.of(
                        "desk release",
                        hands -> hands.desk().release(hands.fixture().open())),
                UseCase.of(
                        "desk move", hands -> hands.desk().move(hands.fixture().open(), StatusKey.IN_PROGRESS)),
                UseCase.of(
                        "desk resolve",
                        hands -> hands.desk().resolve(hands.fixture().open(), "Put out.")),
                UseCase.of(
                        "desk conclude",
                        hands -> hands.desk()
                                .apply(hands.fixture().resolved(), new Command.Conclude(Optional.of("Better words.")))),
                UseCase.of(
                        "desk close",
                        hands -> hands.desk().close(hands.fixture().open())),
                UseCase.of(
                        "desk reopen",
                        hands -> hands.desk().reopen(hands.fixture().resolved())),
                UseCase.of(
                        "desk transfer",
                        hands -> hands.desk().transfer(hands.fixture().open(), "billing")),
                UseCase.of(
                        "desk prioritise",
                        hands -> hands.desk().prioritise(hands.fixture().open(), Priority.URGENT)),
                UseCase.of(
                        "desk categorise",
                        hands -> hands.desk().categorise(hands.fixture().open(), "technical")),
                UseCase.of(
                        "desk retitle",
                        hands -> hands.desk().retitle(hands.fixture().open(), "Printer on fire, still")),
                UseCase.of("desk tag", hands -> hands.desk().tag(hands.fixture().open(), "green")),
                UseCase.of(
                        "desk untag",
                        hands -> hands.desk().untag(hands.fixture().open(), "red")),
                UseCase.of(
                        "desk tag for staff",
                        hands -> hands.desk()
                                .apply(hands.fixture().open(), new Command.Tag(Audience.DESK, List.of("vvip")))),
                UseCase.of(
                        "desk retag",
                        hands -> hands.desk().apply(hands.fixture().open(), new Command.Retag(List.of("blue", "red")))),
                UseCase.of(
                        "desk link", hands -> hands.desk().link(hands.fixture().open(), order(2))),
                UseCase.of(
                        "desk unlink",
                        hands -> hands.desk().unlink(hands.fixture().open(), order(1))),
                UseCase.of("desk cc", hands -> hands.desk().cc(hands.fixture().open(), "bob@example.org")),
                UseCase.of(
                        "desk uncc", hands -> hands.desk().uncc(hands.fixture().open(), "eve@example.org")),
                UseCase.of(
                        "desk attach",
                        hands -> hands.desk()
                                .attach(hands.fixture().open(), hands.fixture().gracesUpload(), OUTSIDE)),
                UseCase.of("desk upload", hands -> hands.desk().upload(file("small.txt", 12)))
                        .staging(),
                UseCase.of("desk upload of nothing", hands -> hands.desk().upload(file("empty", 0)))
                        .staging(),
                UseCase.of(
                        "desk apply",
                        hands -> hands.desk()
                                .when(Condition.seenUpTo(3))
                                .apply(
                                        hands.fixture().open(),
                                        new Command.Retitle("Fire is out"),
                                        new Command.Tag(Audience.PORTAL, List.of("out")),
                                        new Command.AddNote(words("Phew.")
                                                .files(List.of(hands.fixture().gracesUpload()))),
                                        new Command.Reply(words("It is out.")),
                                        new Command.Resolve(Optional.of("Put out.")))),
                UseCase.of(
                        "desk reply with an answer",
                        hands -> hands.desk()
                                .answering(new Answer<>((ticket, entries, reads) ->
                                        reads.get(ticket).subject().getBytes(StandardCharsets.UTF_8)))
                                .reply(hands.fixture().open(), "Answered.")),
                UseCase.keyless("sweep", hands -> hands.ticketing().sweep()));
    }

    /** Those that tell an event, which a listener can refuse. */
    static List<UseCase> refusableCommands() {
        return commands().stream()
                .filter(useCase ->
                        !useCase.name().contains("upload") && !useCase.name().equals("sweep"))
                .toList();
    }

    /** One of each kind of refusal; the last ones come when everything is written. */
    static List<UseCase> refusals() {
        return List.of(
                UseCase.refused(
                        "invalid input",
                        hands -> hands.desk()
                                .apply(
                                        hands.fixture().open(),
                                        new Command.Tag(Audience.PORTAL, List.of("fine")),
                                        new Command.Retitle(""))),
                UseCase.refused(
                        "missing ticket",
                        hands -> hands.desk().note(new TicketId("tkt_00000000000000000000000000"), "Hm.")),
                UseCase.refused(
                        "foreign ticket",
                        hands -> hands.ticketing()
                                .portal(World.BOB)
                                .reply(hands.fixture().open(), "Mine?")),
                UseCase.refused(
                        "illegal move",
                        hands -> hands.desk().move(hands.fixture().closed(), StatusKey.PENDING)),
                UseCase.refused(
                        "closed ticket",
                        hands -> hands.portal().reply(hands.fixture().closed(), "Hello?")),
                UseCase.refused(
                        "stale version",
                        hands -> hands.desk()
                                .when(Condition.version(1))
                                .note(hands.fixture().open(), "Hm.")),
                UseCase.refused(
                        "unseen entries",
                        hands -> hands.desk()
                                .when(Condition.seenUpTo(1))
                                .reply(hands.fixture().open(), "Hm.")),
                UseCase.refused(
                        "taken already",
                        hands -> hands.ticketing()
                                .desk(World.ROBOT)
                                .take(hands.fixture().open())),
                UseCase.refused(
                        "external id taken",
                        hands -> hands.portal()
                                .open(World.draft()
                                        .externalId("ext-2")
                                        .files(List.of(hands.fixture().adasUpload())))),
                UseCase.refused(
                        "upload of somebody else",
                        hands -> hands.desk()
                                .attach(hands.fixture().open(), hands.fixture().adasUpload())),
                UseCase.refused(
                        "second critical ticket",
                        hands -> hands.ticketing().portal(World.BOB).open(FULL)),
                UseCase.refused(
                        "key of another request",
                        hands -> hands.ticketing()
                                .desk(World.GRACE)
                                .once(IdempotencyKey.of("old"))
                                .open(World.BOB, World.draft())),
                UseCase.refused("file too large", hands -> hands.desk().upload(file("huge.bin", 10 * 1024 * 1024 + 1)))
                        .staging(),
                UseCase.refused(
                        "status named by a requester",
                        hands -> hands.portal()
                                .reply(hands.fixture().open(), words("Now.").thenStatus(StatusKey.PENDING))),
                UseCase.refused(
                        "answer that cannot be rendered",
                        hands -> hands.desk()
                                .answering(new Answer<>((ticket, entries, reads) -> {
                                    throw new Unrendered();
                                }))
                                .reply(
                                        hands.fixture().open(),
                                        words("Half.")
                                                .files(List.of(hands.fixture().gracesUpload())))),
                UseCase.refused(
                        "opening that cannot be rendered",
                        hands -> hands.portal()
                                .answering(new Answer<>((ticket, entries, reads) -> {
                                    throw new Unrendered();
                                }))
                                .open(FULL)));
    }
}
