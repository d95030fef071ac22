package dev.ticketing.samples.benchmarks;

import dev.ticketing.samples.benchmarks.jpa.JpaApplication;
import dev.ticketing.samples.benchmarks.jpa.JpaService;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.domain.Page;

/** Entities and repositories over an object-relational mapper; no full text. */
public final class JpaPeer implements Peer {

    private static final String COPY = """
            INSERT INTO jpa_ticket (id, public_id, subject, status, priority, category, department, assignee, requester_id,
                requester_name, requester_email, created_at, updated_at, last_message_at, version)
            SELECT id, public_id, subject, status, priority, category, department, assignee, requester_id,
                requester_name, requester_email, created_at, updated_at, last_message_at, version FROM hand_ticket;
            INSERT INTO jpa_message (id, ticket_id, seq, public_id, kind, author_id, author_kind, author_name, body, created_at)
            SELECT id, ticket_id, seq, public_id, kind, author_id, author_kind, author_name, body, created_at FROM hand_message;
            INSERT INTO jpa_attachment (ticket_id, message_id, filename, mime_type, size, url)
            SELECT ticket_id, message_id, filename, mime_type, size, url FROM hand_attachment ORDER BY id;
            INSERT INTO jpa_tag (ticket_id, place, tag) SELECT ticket_id, position, tag FROM hand_tag;
            INSERT INTO jpa_audit (ticket_id, at, actor, action, detail)
            SELECT ticket_id, at, actor, action, detail FROM hand_audit ORDER BY id;
            SELECT setval(pg_get_serial_sequence('jpa_ticket', 'id'), (SELECT max(id) FROM jpa_ticket));
            SELECT setval(pg_get_serial_sequence('jpa_message', 'id'), (SELECT max(id) FROM jpa_message));
            ANALYZE
            """;

    /** Found by its name. */
    public JpaPeer() {}

    @Override
    public Programs program() {
        return Programs.JPA;
    }

    @Override
    public void fill(String url, int tickets) {
        start(url, "update").close();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : COPY.split(";")) statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Program open(String url) {
        return new Opened(start(url, "none"));
    }

    private static ConfigurableApplicationContext start(String url, String tables) {
        return new SpringApplicationBuilder(JpaApplication.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                .properties(
                        "spring.datasource.url=" + url,
                        "spring.datasource.hikari.maximum-pool-size=" + Engine.CONNECTIONS,
                        "spring.jpa.hibernate.ddl-auto=" + tables,
                        "spring.flyway.enabled=false",
                        "logging.level.root=error",
                        "spring.main.register-shutdown-hook=false")
                .run();
    }

    private record Opened(ConfigurableApplicationContext context, JpaService service) implements Program {

        Opened(ConfigurableApplicationContext context) {
            this(context, context.getBean(JpaService.class));
        }

        @Override
        public List<Object> keys(List<Case> cases) {
            return cases.stream().<Object>map(Case::publicId).toList();
        }

        @Override
        public Object detail(Object key) {
            return service.detail((String) key);
        }

        @Override
        public Rows list(Optional<Object> after) {
            int number = after.map(Integer.class::cast).orElse(0);
            Page<JpaService.Row> page = service.list(Case.BUSY, Case.OPEN, number, PAGE);
            return new Rows(page.getContent(), page.hasNext() ? Optional.of(number + 1) : Optional.empty());
        }

        @Override
        public Object counts() {
            return service.counts();
        }

        @Override
        public long version(Object key) {
            return service.version((String) key);
        }

        @Override
        public Rows search(String word) {
            throw new UnsupportedOperationException("it has no full text");
        }

        @Override
        public Object create(Case fresh) {
            return service.create(
                    fresh.requester(), fresh.subject(), fresh.messages().get(0), fresh.tags());
        }

        @Override
        public Object reply(Object key, String text) {
            return service.reply((String) key, Case.BUSY, text);
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
