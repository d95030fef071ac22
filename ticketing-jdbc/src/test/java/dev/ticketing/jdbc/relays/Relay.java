package dev.ticketing.jdbc.relays;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.Delivery;
import dev.ticketing.FeedEntry;
import dev.ticketing.Settings;
import dev.ticketing.Subscriber;
import dev.ticketing.Subscription;
import dev.ticketing.UndeliveredException;
import dev.ticketing.Work;
import dev.ticketing.jdbc.JdbcTicketing;
import dev.ticketing.jdbc.Schema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A process that does the background work and hands each event to a receiver over a socket, until it is killed. */
final class Relay {

    /** The name that deliveries are kept under. */
    static final String SUBSCRIPTION = "relay";

    /** How long a receiver may keep silent. */
    private static final int PATIENCE_MILLIS = 300;

    private static final Duration LEASE = Duration.ofSeconds(2);

    private Relay() {}

    /** Needs the database's URL and the receiver's port; ends when its input does. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[1]);
        try (HikariDataSource database = database(arguments[0])) {
            JdbcTicketing ticketing = JdbcTicketing.builder(database)
                    .schema(Schema.TRUST)
                    .settings(subscribed(Settings.defaults(), delivery -> send(port, delivery)))
                    .build();
            try (Work.Schedule running = ticketing.work().every(Duration.ofMillis(10))) {
                System.out.println(running == null ? "idle" : "ready");
                System.in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    /** Tries soon and for ever: how a ticket is parked is another test's business. */
    static Settings subscribed(Settings settings, Subscriber<FeedEntry> subscriber) {
        return settings.subscribe(Subscription.desk(SUBSCRIPTION, subscriber)
                .fromBeginning()
                .attempts(Integer.MAX_VALUE)
                .backoff(Duration.ofMillis(1), Duration.ofMillis(20))
                .lease(LEASE));
    }

    private static HikariDataSource database(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }

    private static void send(int port, Delivery<FeedEntry> delivery) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out.println(delivery.id() + " " + delivery.event().event().ticket() + " "
                    + delivery.event().event().version());
            if (!"ok".equals(in.readLine())) throw UndeliveredException.failed("refused");
        }
    }
}
