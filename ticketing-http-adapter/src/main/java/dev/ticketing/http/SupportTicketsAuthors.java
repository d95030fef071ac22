package dev.ticketing.http;

import dev.ticketing.AgentId;
import dev.ticketing.AuthorKind;
import dev.ticketing.PortalThread.PortalMessage;
import dev.ticketing.Requester;
import java.util.Optional;
import java.util.function.Function;

/** Who wrote what, as {@code /v2/support-tickets} tells it to one caller: requesters may read agents' aliases, staff read ids. */
final class SupportTicketsAuthors {

    /** Stands for whatever no person wrote. */
    private static final String SYSTEM = "system";

    private final Function<AgentId, String> agents;

    private SupportTicketsAuthors(Function<AgentId, String> agents) {
        this.agents = agents;
    }

    static SupportTicketsAuthors of(Exchange exchange) {
        return new SupportTicketsAuthors(
                exchange.caller() instanceof Requester ? exchange.options().agentAliases() : AgentId::value);
    }

    /** Gives those who read the same as the caller; nobody if the host names agents to them each time. */
    static Optional<String> readers(Exchange exchange) {
        if (!(exchange.caller() instanceof Requester)) return Optional.of("staff");
        return exchange.options().agentAliases() == Options.OWN_IDS ? Optional.of("requesters") : Optional.empty();
    }

    String agent(AgentId agent) {
        return agents.apply(agent);
    }

    String author(PortalMessage message) {
        if (isAutomatic(message)) return SYSTEM;
        String id = message.author().id();
        return message.author().kind() == AuthorKind.STAFF ? agent(AgentId.of(id)) : id;
    }

    String type(PortalMessage message) {
        if (isAutomatic(message)) return SYSTEM;
        return message.author().kind() == AuthorKind.STAFF ? "agent" : "user";
    }

    private static boolean isAutomatic(PortalMessage message) {
        return message.system() || message.author().kind() == AuthorKind.AUTOMATION;
    }
}
