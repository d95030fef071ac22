package dev.ticketing.http;

import java.util.List;

/** The lines that serve the OpenAPI documents. */
final class OpenApiRoutes {

    private OpenApiRoutes() {}

    static List<Route> lines() {
        return List.of();
    }
}
