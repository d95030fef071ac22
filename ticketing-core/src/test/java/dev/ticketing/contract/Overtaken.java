package dev.ticketing.contract;

import dev.ticketing.spi.StaleTicketSignal;
import dev.ticketing.spi.Storage;
import dev.ticketing.spi.Storage.Transaction;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.function.Function;

/**
 * A storage on which the first writer is overtaken: it decides on what it reads, then somebody else commits, and what it decided
 * meets another version. So two commands are decided on the same base, in the order in which they then land.
 */
final class Overtaken {

    private final Storage real;
    private final Runnable other;
    private boolean overtaken;

    private Overtaken(Storage real, Runnable other) {
        this.real = real;
        this.other = other;
    }

    /** Lets somebody else be faster, once. */
    static Storage by(Runnable other, Storage real) {
        Overtaken overtaken = new Overtaken(real, other);
        return proxy(
                Storage.class,
                (self, method, args) ->
                        method.getName().equals("write") ? overtaken.write(args[0]) : call(real, method, args));
    }

    @SuppressWarnings("unchecked") // the argument of write
    private Object write(Object work) {
        if (overtaken) return real.write((Function<Transaction, Object>) work);
        overtaken = true;
        try {
            return real.write(transaction -> ((Function<Transaction, Object>) work).apply(late(transaction)));
        } catch (StaleTicketSignal signal) {
            other.run();
            throw signal;
        }
    }

    private static Transaction late(Transaction transaction) {
        return proxy(Transaction.class, (self, method, args) -> {
            if (method.getName().equals("apply")) throw new StaleTicketSignal();
            return call(transaction, method, args);
        });
    }

    private static Object call(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
