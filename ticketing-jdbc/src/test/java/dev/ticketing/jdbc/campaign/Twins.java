package dev.ticketing.jdbc.campaign;

import dev.ticketing.Agent;
import dev.ticketing.Answer;
import dev.ticketing.Audience;
import dev.ticketing.Command;
import dev.ticketing.Desk;
import dev.ticketing.DeskReads;
import dev.ticketing.FileDraft;
import dev.ticketing.IdempotencyKey;
import dev.ticketing.MessageDraft;
import dev.ticketing.PortalReads;
import dev.ticketing.Requester;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.Ticketing;
import dev.ticketing.error.ContentionException;
import dev.ticketing.error.StorageException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Threads that all ask for the same under the same key, key after key, until each has its answer. */
final class Twins {

    /** Key {@code k} stands for {@code KINDS.get(k % 5)}. */
    static final List<String> KINDS = List.of("open", "reply", "note", "several", "upload");

    private static final int PATIENCE = 500;

    private final Ticketing ticketing;
    private final TicketId ticket;
    private final String who;

    Twins(Ticketing ticketing, TicketId ticket, String who) {
        this.ticketing = ticketing;
        this.ticket = ticket;
        this.who = who;
    }

    static String kind(int key) {
        return KINDS.get(key % KINDS.size());
    }

    /** Runs all. @param told gets each twin's answer as key, tab, words */
    void run(int threads, int keys, Consumer<String> told) throws InterruptedException {
        CyclicBarrier together = new CyclicBarrier(threads);
        Failing.runAll(Stream.generate(() -> new Failing(() -> {
                    for (int key = 0; key < keys; key++) {
                        int next = key;
                        await(together);
                        told.accept(key + "\t" + insisting(() -> ask(next)));
                    }
                }))
                .limit(threads)
                .toList());
    }

    /** Gives what a surface would send back: rendered before the commit, and the same for every repetition. */
    String ask(int number) {
        IdempotencyKey key = IdempotencyKey.of("key " + number);
        Desk desk = ticketing.desk(Agent.of(who)).once(key);
        if (kind(number).equals("upload")) {
            byte[] content = ("file " + number).getBytes(StandardCharsets.UTF_8);
            return desk.upload(FileDraft.of("twin.txt", new ByteArrayInputStream(content)))
                    .id()
                    .value();
        }
        if (kind(number).equals("open")) {
            Answer<PortalReads> answer = new Answer<>(
                    (id, entries, reads) -> (id + " " + reads.get(id).number()).getBytes(StandardCharsets.UTF_8));
            ticketing.portal(Requester.of(who)).once(key).answering(answer).open(TicketDraft.of("twin " + number, who));
            return new String(answer.bytes(), StandardCharsets.UTF_8);
        }
        Answer<DeskReads> answer = new Answer<>(
                (id, entries, reads) -> (entries + " " + reads.get(id).version()).getBytes(StandardCharsets.UTF_8));
        Desk answering = desk.answering(answer);
        MessageDraft draft = MessageDraft.of(who + " " + number);
        switch (kind(number)) {
            case "reply" -> answering.reply(ticket, draft);
            case "note" -> answering.note(ticket, draft);
            default ->
                answering.apply(
                        ticket, new Command.Tag(Audience.DESK, List.of(who + number)), new Command.AddNote(draft));
        }
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }

    /** A failure says nothing of whether the commit landed; asking again under the same key is what the key is for. */
    private static String insisting(Supplier<String> ask) {
        for (int attempt = 1; ; attempt++) {
            try {
                return ask.get();
            } catch (ContentionException | StorageException e) {
                if (attempt == PATIENCE) throw e;
                Thread.onSpinWait();
            }
        }
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
