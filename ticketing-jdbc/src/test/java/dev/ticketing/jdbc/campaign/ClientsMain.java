package dev.ticketing.jdbc.campaign;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.TicketId;
import dev.ticketing.Ticketing;
import dev.ticketing.jdbc.campaign.Doors.Without;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Half of the clients, in a process of their own. */
final class ClientsMain {

    private ClientsMain() {}

    /** Runs. @param args URL, guard, seed, first client, clients, acts of each, tickets */
    public static void main(String[] args) throws Exception {
        try (HikariDataSource pool = Doors.pool(args[0])) {
            Ticketing ticketing = Doors.open(pool, Without.valueOf(args[1]));
            List<TicketId> tickets =
                    Arrays.stream(args).skip(6).map(TicketId::of).toList();
            OtherJvm.awaitStart();
            Consumer<Act> told = act -> {
                synchronized (System.out) {
                    System.out.println(act.line());
                }
            };
            run(
                    ticketing,
                    tickets,
                    Long.parseLong(args[2]),
                    Integer.parseInt(args[3]),
                    Integer.parseInt(args[4]),
                    Integer.parseInt(args[5]),
                    told);
            System.out.flush();
        }
    }

    /** Runs clients in threads of their own to their ends. */
    static void run(
            Ticketing ticketing,
            List<TicketId> tickets,
            long seed,
            int first,
            int clients,
            int acts,
            Consumer<Act> told)
            throws InterruptedException {
        List<Failing> threads = IntStream.range(first, first + clients)
                .mapToObj(number -> new Failing(() -> new Client(number, ticketing, tickets, seed, told).act(acts)))
                .toList();
        Failing.runAll(threads);
    }
}
