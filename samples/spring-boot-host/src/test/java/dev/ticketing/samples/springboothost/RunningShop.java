package dev.ticketing.samples.springboothost;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.jdbc.servers.TestDatabase;
import dev.ticketing.jdbc.servers.TestEngine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application on a free port of the loopback, with the settings it ships and a database of its own. */
final class RunningShop implements AutoCloseable {

    private static final List<String> TABLES =
            List.of("shop_order", "ticketing_ticket", "ticketing_entry", "ticketing_event");

    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final TestDatabase database;

    private RunningShop(TestDatabase database, String... settings) {
        this.database = database;
        this.context = new SpringApplicationBuilder(ShopApplication.class)
                .properties("server.address=127.0.0.1", "spring.main.banner-mode=off", "logging.level.root=warn")
                .run(settings);
    }

    /** Starts the shop over a database file, as it starts when nobody says anything else. */
    static RunningShop onItsFile(Path folder) {
        return new RunningShop(null, "--server.port=0", "--shop.database=" + folder.resolve("shop.db"));
    }

    static RunningShop on(TestEngine engine, Path folder) {
        if (engine == TestEngine.SQLITE) return onItsFile(folder);
        TestDatabase database = engine.empty();
        return new RunningShop(database, "--server.port=0", "--spring.datasource.url=" + database.url());
    }

    @Override
    public void close() {
        context.close();
        if (database != null) database.close();
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
