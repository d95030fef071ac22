package dev.ticketing.jdbc.campaign;

import java.util.List;

/**
 * One acknowledged act of one client. Times are {@link System#nanoTime()}, which all processes of one Linux machine share.
 *
 * @param client who
 * @param start before it was asked for
 * @param end after it was acknowledged
 * @param ticket which of the tickets
 * @param kind what
 * @param at a reply's place, everything else's version
 * @param words a reply's or tag's one word, the status, or all words that a read gave
 */
record Act(int client, long start, long end, int ticket, Kind kind, long at, List<String> words) {

    /** What clients do. */
    enum Kind {
        REPLY,
        TAG,
        MOVE,
        TAKE,
        RELEASE,
        READ
    }

    String line() {
        return String.join(
                "\t",
                String.valueOf(client),
                String.valueOf(start),
                String.valueOf(end),
                String.valueOf(ticket),
                kind.name(),
                String.valueOf(at),
                String.join(" ", words));
    }

    static Act of(String line) {
        String[] parts = line.split("\t", -1);
        return new Act(
                Integer.parseInt(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                Integer.parseInt(parts[3]),
                Kind.valueOf(parts[4]),
                Long.parseLong(parts[5]),
                parts[6].isEmpty() ? List.of() : List.of(parts[6].split(" ")));
    }
}
