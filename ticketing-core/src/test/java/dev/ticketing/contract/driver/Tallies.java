package dev.ticketing.contract.driver;

import dev.ticketing.contract.driver.Step.Act;
import dev.ticketing.contract.driver.Step.Deed;
import dev.ticketing.contract.driver.Step.Plain;
import dev.ticketing.contract.driver.Step.Read;
import dev.ticketing.error.TicketingException;

/** Names what was tried and what came of it, so that one can see whether programs try everything. */
final class Tallies {

    private Tallies() {}

    static String kind(Step step, Object result) {
        String ended = result instanceof TicketingException refused
                ? refused.code().name()
                : result instanceof RuntimeException broken ? broken.getClass().getSimpleName() : "done";
        boolean replayed = result instanceof Replies.Rendered rendered && rendered.replayed();
        return name(step) + " " + (replayed ? "replayed" : ended);
    }

    private static String name(Step step) {
        if (step instanceof Read read)
            return "Read " + read.question().getClass().getSimpleName();
        if (!(step instanceof Act act)) return step.getClass().getSimpleName();
        if (act.deeds().size() > 1) return "Act several";
        Deed deed = act.deeds().get(0);
        Object named = deed instanceof Plain plain ? plain.command() : deed;
        return "Act " + named.getClass().getSimpleName();
    }
}
