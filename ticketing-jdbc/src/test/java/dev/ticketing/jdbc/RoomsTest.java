package dev.ticketing.jdbc;

import dev.ticketing.contract.Rooms;
import dev.ticketing.contract.RoomsContract;

/** The table of design for this module: core's exported packages and what SQL needs. */
final class RoomsTest implements RoomsContract {

    @Override
    public Rooms rooms() {
        return Rooms.knowing("java.base", "java.sql", "org.jspecify.annotations")
                .room(
                        "dev.ticketing.jdbc",
                        "dev.ticketing",
                        "dev.ticketing.error",
                        "dev.ticketing.spi",
                        "org.jdbi.*",
                        "org.flywaydb.*",
                        "com.zaxxer.hikari",
                        "org.sqlite");
    }
}
