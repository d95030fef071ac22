package dev.ticketing.http;

import java.util.List;

/** The lines of {@code /api/v2/desk}. */
final class DeskRoutes {

    private DeskRoutes() {}

    static List<Route> lines() {
        return List.of();
    }
}
