package dev.ticketing.samples.springboothost;

import org.springframework.stereotype.Component;

/** The last thing that can go wrong with an order. */
@Component
class Payments {

    void charge(Order order) {
        if (order.item().contains("yacht")) throw new PaymentRefusedException(order);
    }

    /** The bank said no. */
    static final class PaymentRefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        PaymentRefusedException(Order order) {
            super("the payment of " + order.id() + " was refused");
        }
    }
}
