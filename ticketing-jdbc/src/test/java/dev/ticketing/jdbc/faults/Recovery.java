package dev.ticketing.jdbc.faults;

import dev.ticketing.Attachment;
import dev.ticketing.Desk;
import dev.ticketing.Diagnosis;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketId;
import dev.ticketing.TicketThread;
import dev.ticketing.Ticketing;
import dev.ticketing.contract.World;
import dev.ticketing.jdbc.JdbcTicketing;
import dev.ticketing.jdbc.faults.Done.FileSum;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for what was acknowledged, and whether what is there agrees with itself. */
final class Recovery {

    private Recovery() {}

    /** Opens a file as a host would, and tells what is wrong with it. */
    static Optional<String> of(Path file, Collection<Done> acknowledged) {
        try (JdbcTicketing ticketing = JdbcTicketing.open(file)) {
            Optional<String> wrong = of(ticketing, acknowledged);
            return wrong.isPresent() ? wrong : damage(file);
        } catch (RuntimeException e) {
            return Optional.of("does not open: " + e);
        }
    }

    /** Tells what is missing or wrong in a database that opened. */
    static Optional<String> of(Ticketing ticketing, Collection<Done> acknowledged) {
        Desk desk = ticketing.desk(World.GRACE);
        Map<String, List<Done>> tickets = acknowledged.stream().collect(Collectors.groupingBy(Done::ticket));
        for (Map.Entry<String, List<Done>> ticket : tickets.entrySet()) {
            TicketId id = new TicketId(ticket.getKey());
            if (desk.find(id).isEmpty()) return Optional.of("lost a ticket");
            Set<Done> found = done(desk, id);
            for (Done done : ticket.getValue()) if (!found.contains(done)) return Optional.of("lost " + done);
        }
        Diagnosis diagnosis = ticketing.doctor();
        return diagnosis.isHealthy() ? Optional.empty() : Optional.of(diagnosis.toString());
    }

    /** The note that {@link Diligence} writes before a reply is there only with that reply. */
    private static boolean isHalf(Done done, Set<Done> found) {
        return done.words().startsWith(Diligence.BEFORE)
                && !found.contains(Done.of(done.ticket(), done.words().substring(Diligence.BEFORE.length())));
    }

    private static Set<Done> done(Desk desk, TicketId id) {
        Set<Done> done = new HashSet<>();
        for (TicketThread.Entry entry : desk.thread(id, ThreadQuery.whole()).entries()) {
            done.add(Done.of(id.value(), entry.text()));
            if (!(entry instanceof TicketThread.Message message)) continue;
            for (Attachment file : message.attachments())
                done.add(new Done(id.value(), entry.text(), Optional.of(content(desk, id, file))));
        }
        return done;
    }

    private static FileSum content(Desk desk, TicketId id, Attachment file) {
        try (InputStream content = desk.download(id, file.id()).content()) {
            return FileSum.of(content.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> damage(Path file) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String check : List.of("PRAGMA integrity_check", "PRAGMA foreign_key_check"))
                try (ResultSet row = statement.executeQuery(check)) {
                    if (row.next() && !row.getString(1).equals("ok"))
                        return Optional.of(check + ": " + row.getString(1));
                }
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e.toString());
        }
    }
}
