package dev.ticketing.contract.driver;

import dev.ticketing.Settings;
import dev.ticketing.Ticketing;
import dev.ticketing.spi.Storage;

/** Where one program runs: an empty storage, closed after the run. */
public interface Place extends AutoCloseable {

    /** Gives a place of nothing but a storage. @param storage an empty one @return its place */
    static Place over(Storage storage) {
        return settings -> Ticketing.over(storage, settings);
    }

    /** Opens the front door over the storage. @param settings what the desk is like @return the door */
    Ticketing open(Settings settings);

    @Override
    default void close() {}
}
