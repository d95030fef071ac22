package dev.ticketing.contract;

import dev.ticketing.spi.Storage;

/** What every suite of contracts starts from. */
public interface PortContract {

    /**
     * Gives a storage to try.
     *
     * @return another, empty one on every call
     */
    Storage storage();

    /**
     * Opens a desk over an empty storage.
     *
     * @return a world with nothing in it
     */
    default World world() {
        return World.over(storage());
    }
}
