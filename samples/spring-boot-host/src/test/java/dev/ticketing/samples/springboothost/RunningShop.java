package dev.ticketing.samples.springboothost;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application on a free port of the loopback, with the settings it ships and a database file of its own. */
final class RunningShop implements BeforeAllCallback, AfterAllCallback {

    private static final List<String> TABLES =
            List.of("shop_order", "ticketing_ticket", "ticketing_entry", "ticketing_event");

    private final HttpClient client = HttpClient.newHttpClient();
    private ConfigurableApplicationContext context;
    private Path folder;

    @Override
    public void beforeAll(ExtensionContext test) throws IOException {
        folder = Files.createTempDirectory("shop");
        context = new SpringApplicationBuilder(ShopApplication.class)
                .run(
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--shop.database=" + folder.resolve("shop.db"),
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=warn");
    }

    @Override
    public void afterAll(ExtensionContext test) throws IOException {
        context.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) Files.delete(file);
        }
        Files.delete(folder);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    HikariDataSource pool() {
        return bean(HikariDataSource.class);
    }

    /** Counts the rows of the shop's table and of the tables that no ticket is without. */
    Map<String, Integer> rows() {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (String table : TABLES)
            rows.put(
                    table,
                    bean(JdbcClient.class)
                            .sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single());
        return rows;
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return send(request(path, token).GET());
    }

    HttpResponse<String> post(String path, String token, String json) throws IOException, InterruptedException {
        return send(
                request(path, token).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path, String token) {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }
}
