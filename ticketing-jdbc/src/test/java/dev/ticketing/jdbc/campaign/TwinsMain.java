package dev.ticketing.jdbc.campaign;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.TicketId;
import dev.ticketing.jdbc.campaign.Doors.Without;

/** Twins in a process of their own. */
final class TwinsMain {

    private TwinsMain() {}

    /** Runs. @param args URL, ticket, threads, keys */
    public static void main(String[] args) throws Exception {
        try (HikariDataSource pool = Doors.pool(args[0])) {
            Twins twins = new Twins(Doors.open(pool, Without.NOTHING), TicketId.of(args[1]), "ada");
            OtherJvm.awaitStart();
            twins.run(Integer.parseInt(args[2]), Integer.parseInt(args[3]), line -> {
                synchronized (System.out) {
                    System.out.println(line);
                }
            });
            System.out.flush();
        }
    }
}
