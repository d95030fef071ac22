package dev.ticketing.http;

import dev.ticketing.contract.Rooms;
import dev.ticketing.contract.RoomsContract;

/** The table of design for this module: core's words and errors, the servlet API and the libraries behind it; no SQL. */
final class RoomsTest implements RoomsContract {

    @Override
    public Rooms rooms() {
        return Rooms.knowing("java.base", "org.jspecify.annotations")
                .room(
                        "dev.ticketing.http",
                        "dev.ticketing",
                        "dev.ticketing.error",
                        "jakarta.servlet.*",
                        "tools.jackson.*",
                        "com.fasterxml.jackson.annotation",
                        "io.github.bucket4j.*",
                        "org.apache.hc.*")
                // request ids are made by the host's source of ids
                .exception("dev.ticketing.http.Arrival", "dev.ticketing.spi")
                // answers are kept by the cache that storages keep their reads by
                .exception("dev.ticketing.http.KeptDetails", "dev.ticketing.spi");
    }
}
