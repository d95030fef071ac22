package dev.ticketing.contract;

import dev.ticketing.TicketId;
import dev.ticketing.spi.Change;
import dev.ticketing.spi.Storage;
import dev.ticketing.spi.Storage.Transaction;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** A storage that is another one and remembers the changes that were committed to it. */
public final class RecordedChanges {

    private final List<Change> changes = Collections.synchronizedList(new ArrayList<>());
    private final Storage storage;

    /** Starts recording. @param recorded the storage that does the work */
    public RecordedChanges(Storage recorded) {
        InvocationHandler handler = (proxy, method, args) ->
                method.getName().equals("write") ? recorded.write(recording(args[0])) : call(recorded, method, args);
        storage = proxy(Storage.class, handler);
    }

    /** Gives the storage that records. @return hand this one to the desk */
    public Storage storage() {
        return storage;
    }

    /** Lists what was written. @return every change that was committed, in that order */
    public List<Change> committed() {
        synchronized (changes) {
            return List.copyOf(changes);
        }
    }

    /** Finds the words of a revision. @param ticket the ticket @param revision the number @return the words */
    public String text(TicketId ticket, long revision) {
        return committed().stream()
                .filter(change -> change.after().id().equals(ticket))
                .flatMap(change -> change.revisions().stream())
                .filter(found -> found.text().revision() == revision)
                .map(found -> found.text().value())
                .reduce((one, other) -> {
                    throw new AssertionError("revision " + revision + " of " + ticket + " was written twice");
                })
                .orElseThrow(() -> new AssertionError("revision " + revision + " of " + ticket + " was never written"));
    }

    @SuppressWarnings("unchecked") // the argument of write
    private Function<Transaction, Object> recording(Object work) {
        return transaction -> {
            List<Change> applied = new ArrayList<>();
            InvocationHandler handler = (proxy, method, args) -> {
                Object result = call(transaction, method, args);
                if (method.getName().equals("apply")) applied.add((Change) args[0]);
                return result;
            };
            Object result = ((Function<Transaction, Object>) work).apply(proxy(Transaction.class, handler));
            changes.addAll(applied);
            return result;
        };
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
