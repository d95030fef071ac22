package dev.ticketing.samples.springboothost;

import dev.ticketing.Agent;
import dev.ticketing.Requester;
import dev.ticketing.TicketDraft;
import dev.ticketing.error.TicketingException;
import dev.ticketing.jdbc.JdbcTicketing;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders with a special wish: the shop's row and the workshop's ticket are one transaction. */
@Service
class OrderService {

    private final Orders orders;
    private final Payments payments;
    private final JdbcTicketing ticketing;

    OrderService(Orders orders, Payments payments, JdbcTicketing ticketing) {
        this.orders = orders;
        this.payments = payments;
        this.ticketing = ticketing;
    }

    // embedding: place
    /** Books an order, hands its wish to the workshop and charges the customer: all of it, or nothing. */
    @Transactional
    public Receipt place(String customer, String item, String wish) {
        Order order = orders.add(customer, item);
        String ticket = openTicket(order, wish);
        payments.charge(order);
        return new Receipt(order.id(), Optional.of(ticket));
    }

    private String openTicket(Order order, String wish) {
        return ticketing
                .desk(Agent.system("shop"))
                .open(
                        Requester.of(order.customer()),
                        TicketDraft.of("Wish for " + order.item(), wish).link("order", order.id()))
                .id()
                .value();
    }
    // embedding: end

    /** Books an order even if its wish cannot be taken: the refused command leaves nothing, and the rest commits. */
    @Transactional
    public Receipt placeAnyway(String customer, String item, String wish) {
        Order order = orders.add(customer, item);
        Optional<String> ticket = Optional.empty();
        try {
            ticket = Optional.of(openTicket(order, wish));
        } catch (TicketingException refused) {
            // the shop calls the customer instead
        }
        payments.charge(order);
        return new Receipt(order.id(), ticket);
    }

    /** What the customer gets. */
    record Receipt(String order, Optional<String> ticket) {}
}
