package dev.ticketing.jdbc;

import dev.ticketing.Agent;
import dev.ticketing.Requester;
import dev.ticketing.TicketDraft;

/** What several tests write. */
final class Samples {

    static final Requester ADA = Requester.of("ada").name("Ada").email("ada@example.org");
    static final Agent GRACE = Agent.of("grace").name("Grace");
    static final TicketDraft DRAFT = TicketDraft.of("Printer on fire", "It burns since noon.");

    private Samples() {}
}
