package dev.ticketing.samples.supportdesk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A running demo and a client of it. */
final class Demo implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final SupportDesk desk;

    private Demo(SupportDesk desk) {
        this.desk = desk;
    }

    static Demo start(Path folder) throws Exception {
        return new Demo(SupportDesk.start(new Options(0, "jdbc:sqlite:" + folder.resolve("demo.db"), false, false)));
    }

    SupportDesk desk() {
        return desk;
    }

    JsonNode get(String token, String path) throws IOException, InterruptedException {
        return ok(send(token, "GET", path, ""));
    }

    JsonNode post(String token, String path, String body) throws IOException, InterruptedException {
        return ok(send(token, "POST", path, body));
    }

    JsonNode put(String token, String path, String body) throws IOException, InterruptedException {
        return ok(send(token, "PUT", path, body));
    }

    HttpResponse<String> send(String token, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(desk.address() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) request.header("Content-Type", "application/json");
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        desk.close();
    }

    private static JsonNode ok(HttpResponse<String> response) {
        if (response.statusCode() >= 300)
            throw new AssertionError("status " + response.statusCode() + ": " + response.body());
        return JSON.readTree(response.body());
    }
}
