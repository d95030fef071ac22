package dev.ticketing.contract.driver;

import dev.ticketing.Answer;
import dev.ticketing.DeskReads;
import dev.ticketing.PortalReads;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The answers that a surface would have rendered before the commit, for steps under a key. */
final class Replies {

    private final boolean wanted;
    private Optional<Answer<?>> answer = Optional.empty();

    Replies(boolean wanted) {
        this.wanted = wanted;
    }

    boolean wanted() {
        return wanted;
    }

    Answer<DeskReads> desk() {
        Answer<DeskReads> desk = new Answer<>((ticket, entries, reads) -> bytes(ticket + " " + entries
                + reads.get(ticket).shared() + reads.counts().total()));
        answer = Optional.of(desk);
        return desk;
    }

    Answer<PortalReads> portal() {
        Answer<PortalReads> portal = new Answer<>((ticket, entries, reads) -> bytes(
                ticket + " " + entries + reads.get(ticket) + reads.counts().total()));
        answer = Optional.of(portal);
        return portal;
    }

    /** Gives the result, and what was rendered with it. */
    Object with(Object result) {
        return answer.map(given -> (Object)
                        new Rendered(result, given.replayed(), new String(given.bytes(), StandardCharsets.UTF_8)))
                .orElse(result);
    }

    private static byte[] bytes(String rendered) {
        return rendered.getBytes(StandardCharsets.UTF_8);
    }

    /** A result and its rendered answer. */
    record Rendered(Object result, boolean replayed, String answer) {}
}
