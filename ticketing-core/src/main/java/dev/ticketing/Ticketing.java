package dev.ticketing;

import dev.ticketing.internal.Engine;
import dev.ticketing.spi.Storage;

/**
 * The front door: hands out portals and desks. The host holds it; there is no global one, and two live side by side in one
 * process. Thread-safe.
 *
 * <p>Most hosts get one from an adapter, for example {@code JdbcTicketing.open(path)}.
 */
public interface Ticketing {

    /**
     * Opens the door over a storage.
     *
     * @param storage where tickets live
     * @param settings what the host decided
     * @return the front door
     */
    static Ticketing over(Storage storage, Settings settings) {
        return new Engine(storage, settings);
    }

    /**
     * Opens a door into a transaction of the host's. Feed and work are those of the other door, in transactions of its own;
     * listeners that hear of what was committed hear of this through that door, once the host has committed.
     *
     * @param storage writes into the host's transaction
     * @param own the door over the same tickets whose transactions are its own
     * @return a door with the same settings
     */
    static Ticketing joining(Storage storage, Ticketing own) {
        return new Engine(storage, own);
    }

    /**
     * Gives what a requester may do.
     *
     * @param requester who asks, as the host authenticated it
     * @return the portal of this requester
     */
    Portal portal(Requester requester);

    /**
     * Gives what staff or automation may do.
     *
     * @param agent who works, as the host authenticated it
     * @return the desk of this agent
     */
    Desk desk(Agent agent);

    /**
     * Narrows the door to one tenant.
     *
     * @param tenant the tenant
     * @return a door that puts every caller into that tenant, whatever the caller says
     */
    Ticketing tenant(TenantId tenant);

    /**
     * Gives what happened to the tickets of a tenant, in order; on a door for no tenant in particular, of the default tenant.
     *
     * @return the feed, for staff's eyes
     */
    Feed feed();

    /**
     * Gives what can be done in the background: deliveries, listeners, sweeping.
     *
     * @return the work of this door's tenant, or of all tenants
     */
    Work work();

    /**
     * Gives what the host decided.
     *
     * @return the settings
     */
    Settings settings();

    /**
     * Removes uploads that no message took in time, their contents, and idempotency keys that are old enough. Reads ignore them
     * anyway; this only frees space. Call it now and then.
     */
    void sweep();

    /**
     * Examines the storage: settings that durability and exact answers need, the tables' version, and whether what is stored
     * agrees with itself. Changes nothing. Reads every table, so it takes long on a large database; run it after an incident or
     * at night. Invariants are checked for all tenants, the fold of events for the newest tickets of this door's tenant.
     *
     * @return what was found; empty findings if all is well
     * @throws dev.ticketing.error.StorageException if the storage cannot be reached
     */
    Diagnosis doctor();
}
