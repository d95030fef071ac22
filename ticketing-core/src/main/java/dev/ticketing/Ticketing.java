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
