package dev.ticketing.internal;

import dev.ticketing.Feed;
import dev.ticketing.FeedEntry;
import dev.ticketing.FeedPage;
import dev.ticketing.TenantId;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Tells listeners what was committed, whoever wrote it: through the feed, one event at a time, in its order. Where they stand is
 * kept in memory only.
 */
final class AfterCommit {

    private static final System.Logger LOG = System.getLogger("dev.ticketing.listeners");

    /** A listener that waits for a command in another thread would wait for itself; this ends that. */
    private static final long PATIENCE_SECONDS = 10;

    private final Sequencing feed;
    private final List<Consumer<FeedEntry>> listeners;
    private final Map<TenantId, Long> heard = new ConcurrentHashMap<>();
    private final Set<TenantId> calling = ConcurrentHashMap.newKeySet();
    private final ReentrantLock telling = new ReentrantLock(true);

    AfterCommit(Sequencing feed, List<Consumer<FeedEntry>> listeners) {
        this.feed = feed;
        this.listeners = listeners;
    }

    /** Says where they stand at first: at the beginning in every tenant that is not named. */
    void begin(Map<TenantId, Long> ends) {
        heard.putAll(ends);
    }

    /** Tells what a tenant's listeners have not heard; what cannot be told now is told the next time. */
    void tell(TenantId tenant) {
        if (listeners.isEmpty()) return;
        calling.add(tenant);
        // a command within a listener: whoever called the listener goes on with it
        if (telling.isHeldByCurrentThread()) return;
        try {
            if (!telling.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            tellAll();
        } catch (RuntimeException e) {
            log("The feed could not be read for the listeners; they are told later", e);
        } finally {
            telling.unlock();
        }
    }

    private void tellAll() {
        for (Iterator<TenantId> next = calling.iterator(); next.hasNext(); next = calling.iterator()) {
            TenantId tenant = next.next();
            // taken off first: who adds it again while we tell wants it told again
            calling.remove(tenant);
            tellRest(tenant);
        }
    }

    private void tellRest(TenantId tenant) {
        try {
            boolean more = true;
            while (more) more = tellPage(tenant);
        } catch (RuntimeException e) {
            calling.add(tenant);
            throw e;
        }
    }

    private boolean tellPage(TenantId tenant) {
        long position = heard.getOrDefault(tenant, 0L);
        FeedPage page = feed.after(TenantFeed.everything(tenant), position, Feed.PAGE);
        for (FeedEntry entry : page.entries()) {
            heard.put(tenant, entry.position());
            for (Consumer<FeedEntry> listener : listeners) tell(listener, entry);
        }
        heard.put(tenant, page.next());
        return page.next() > position;
    }

    private static void tell(Consumer<FeedEntry> listener, FeedEntry entry) {
        try {
            listener.accept(entry);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            log("A listener failed at event " + entry.event().id(), e);
        }
    }

    /** Where it happened and what it was, but no message: what people wrote must not get into logs. */
    static void log(String what, Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        String where = stack.length == 0 ? "" : " at " + stack[0];
        LOG.log(System.Logger.Level.WARNING, what + ": " + failure.getClass().getName() + where);
    }
}
