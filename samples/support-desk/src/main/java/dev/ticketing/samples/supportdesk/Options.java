package dev.ticketing.samples.supportdesk;

import java.util.Map;
import java.util.Optional;

/**
 * What the environment says about the demo.
 *
 * @param port {@code PORT}; default 8080, 0 for any free one
 * @param database {@code TICKETING_DB}, a JDBC URL; default a SQLite file under {@code data/}
 * @param rateLimited {@code RATE_LIMIT=off} lifts the limit of requests a minute
 * @param demoData {@code DEMO_DATA=none} starts empty
 */
record Options(int port, String database, boolean rateLimited, boolean demoData) {

    private static final int DEFAULT_PORT = 8080;
    private static final int MAX_PORT = 65_535;
    private static final String DEFAULT_DATABASE = "jdbc:sqlite:data/support-desk.db";

    static Options from(Map<String, String> environment) {
        return new Options(
                port(Optional.ofNullable(environment.get("PORT"))),
                environment.getOrDefault("TICKETING_DB", DEFAULT_DATABASE),
                !"off".equals(environment.get("RATE_LIMIT")),
                !"none".equals(environment.get("DEMO_DATA")));
    }

    private static int port(Optional<String> value) {
        if (value.isEmpty()) return DEFAULT_PORT;
        try {
            int port = Integer.parseInt(value.get());
            if (port >= 0 && port <= MAX_PORT) return port;
        } catch (NumberFormatException e) {
            // said below, with the range
        }
        throw new IllegalArgumentException("PORT must be a number from 0 to " + MAX_PORT);
    }
}
