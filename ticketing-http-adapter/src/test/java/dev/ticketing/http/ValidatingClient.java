package dev.ticketing.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The HTTP client of the tests: holds every answer of a surface against that surface's OpenAPI document, so that no test can
 * pass on an answer that the document does not describe. Immutable and thread-safe; {@code as} and {@code with} give copies.
 */
final class ValidatingClient {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI mount;
    private final Map<String, String> headers;

    private ValidatingClient(URI mount, Map<String, String> headers) {
        this.mount = mount;
        this.headers = headers;
    }

    /** Talks to the servlet that is mounted at an address, for example {@code http://127.0.0.1:4711}, or a path under it. */
    static ValidatingClient at(URI mount) {
        return new ValidatingClient(mount, Map.of());
    }

    /** An answer that its document describes. */
    record Answer(int status, HttpHeaders headers, byte[] bytes) {

        JsonNode json() {
            return JSON.readTree(bytes);
        }

        String text() {
            return new String(bytes, UTF_8);
        }

        Optional<String> header(String name) {
            return headers.firstValue(name);
        }
    }

    /** Sends a bearer token from now on. */
    ValidatingClient as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** Sends a header from now on. */
    ValidatingClient with(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new ValidatingClient(mount, more);
    }

    Answer get(String path) {
        return send("GET", path, Optional.empty());
    }

    Answer post(String path, String json) {
        return with("Content-Type", "application/json").send("POST", path, Optional.of(json.getBytes(UTF_8)));
    }

    Answer put(String path, String json) {
        return with("Content-Type", "application/json").send("PUT", path, Optional.of(json.getBytes(UTF_8)));
    }

    /** Posts without body and content type. */
    Answer post(String path) {
        return send("POST", path, Optional.empty());
    }

    /** Posts one file as {@code multipart/form-data}, with further fields. */
    Answer upload(String path, String filename, byte[] content, Map<String, String> fields) {
        String boundary = "----------part-of-a-test";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + filename
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(UTF_8));
        return with("Content-Type", "multipart/form-data; boundary=" + boundary)
                .send("POST", path, Optional.of(body.toByteArray()));
    }

    /** Sends anything. The path starts with a slash, below the mount, and is encoded already. */
    Answer send(String method, String path, Optional<byte[]> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(mount + path))
                .timeout(PATIENCE)
                .method(method, body.map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody));
        headers.forEach(request::setHeader);
        HttpResponse<byte[]> response = exchange(request.build());
        String plainPath = path.replaceFirst("\\?.*", "");
        OpenApi.forPath(plainPath).ifPresent(document -> {
            check(document, method, plainPath, response);
            if (response.statusCode() < 300) body.ifPresent(sent -> checkAccepted(document, method, plainPath, sent));
        });
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    private static void check(OpenApi document, String method, String path, HttpResponse<byte[]> response) {
        Map<String, String> received = new TreeMap<>();
        response.headers().map().forEach((name, values) -> received.put(name.toLowerCase(Locale.ROOT), join(values)));
        List<String> faults =
                document.faults(new OpenApi.Answer(method, path, response.statusCode(), received, response.body()));
        if (!faults.isEmpty())
            throw new AssertionError(
                    method + " " + path + " answered " + response.statusCode() + " against its OpenAPI document:\n  "
                            + String.join("\n  ", faults) + "\n" + new String(response.body(), UTF_8));
    }

    private void checkAccepted(OpenApi document, String method, String path, byte[] sent) {
        String json = new String(sent, UTF_8);
        // a blank body is none, and what is not said to be JSON was not read as such
        if (json.isBlank() || !"application/json".equals(headers.get("Content-Type"))) return;
        List<String> faults = document.requestFaults(method, path, json);
        if (!faults.isEmpty())
            throw new AssertionError(method + " " + path + " took a body that its OpenAPI document refuses:\n  "
                    + String.join("\n  ", faults) + "\n" + json);
    }

    private static String join(List<String> values) {
        return String.join(", ", values);
    }

    private static HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
