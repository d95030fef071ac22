package dev.ticketing;

import dev.ticketing.contract.Rooms;
import dev.ticketing.contract.RoomsContract;

/** The table of design for core: nothing but the JDK's base, and the machinery known by the front door only. */
final class RoomsTest implements RoomsContract {

    private static final String WORDS = "dev.ticketing";
    private static final String ERRORS = "dev.ticketing.error";
    private static final String PORTS = "dev.ticketing.spi";
    private static final String MACHINERY = "dev.ticketing.internal";

    @Override
    public Rooms rooms() {
        return Rooms.knowing("java.base", "org.jspecify.annotations")
                .room(ERRORS)
                .room(WORDS, ERRORS, PORTS)
                .exception("dev.ticketing.Ticketing", MACHINERY)
                .room(PORTS, WORDS, ERRORS)
                .room("dev.ticketing.memory", WORDS, ERRORS, PORTS)
                .room(MACHINERY, WORDS, ERRORS, PORTS);
    }
}
