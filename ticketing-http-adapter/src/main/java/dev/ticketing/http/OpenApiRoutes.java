package dev.ticketing.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The lines that serve the OpenAPI documents, one for each surface, to anybody. */
final class OpenApiRoutes {

    private static final List<String> DOCUMENTS = List.of("support-tickets.json", "support.json", "desk.json");

    private OpenApiRoutes() {}

    static List<Route> lines() {
        return DOCUMENTS.stream().map(OpenApiRoutes::line).toList();
    }

    private static Route line(String name) {
        byte[] document = read(name);
        return Route.open(
                "/openapi/" + name, exchange -> Reply.of(HttpServletResponse.SC_OK, Json.MEDIA_TYPE, document));
    }

    private static byte[] read(String name) {
        try (InputStream in = OpenApiRoutes.class.getResourceAsStream("openapi/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
