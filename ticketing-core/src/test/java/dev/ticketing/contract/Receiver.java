package dev.ticketing.contract;

import dev.ticketing.Delivery;
import dev.ticketing.FeedEntry;
import dev.ticketing.Subscriber;
import dev.ticketing.TicketEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** A subscriber that remembers what came, and refuses what it is told to refuse. Thread-safe. */
final class Receiver<E> implements Subscriber<E> {

    private final List<Delivery<E>> attempts = Collections.synchronizedList(new ArrayList<>());
    private final List<Delivery<E>> taken = Collections.synchronizedList(new ArrayList<>());
    private final Function<E, byte[]> body;
    private volatile Predicate<Delivery<E>> refuses = delivery -> false;
    private volatile RuntimeException refusal = new IllegalStateException("secret words");

    Receiver() {
        this(event -> new byte[0]);
    }

    Receiver(Function<E, byte[]> body) {
        this.body = body;
    }

    Receiver<E> refusing(Predicate<Delivery<E>> which) {
        refuses = which;
        return this;
    }

    Receiver<E> refusingWith(RuntimeException with) {
        refusal = with;
        return refusing(delivery -> true);
    }

    @Override
    public void deliver(Delivery<E> delivery) {
        attempts.add(delivery);
        if (refuses.test(delivery)) throw refusal;
        taken.add(delivery);
    }

    @Override
    public byte[] body(E event) {
        return body.apply(event);
    }

    List<Delivery<E>> attempts() {
        synchronized (attempts) {
            return List.copyOf(attempts);
        }
    }

    List<Delivery<E>> taken() {
        synchronized (taken) {
            return List.copyOf(taken);
        }
    }

    List<E> events() {
        return taken().stream().map(Delivery::event).toList();
    }

    static List<TicketEvent> facts(Receiver<FeedEntry> receiver) {
        return receiver.events().stream().map(FeedEntry::event).toList();
    }
}
