package dev.ticketing.http;

import dev.ticketing.TicketId;
import dev.ticketing.TicketNumber;
import dev.ticketing.TicketRef;
import dev.ticketing.error.NotFoundException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ways in which paths and parameters name a ticket. What cannot be a name is answered like one that nobody has. */
final class TicketRefs {

    private static final Pattern ID = Pattern.compile("tkt_[0-9a-hjkmnp-tv-z]{26}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private TicketRefs() {}

    /** Reads a public id. */
    static Optional<TicketId> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(TicketId.of(text)) : Optional.empty();
    }

    /** Reads a public id that has to be one. */
    static TicketId requiredId(String text) {
        return id(text).orElseThrow(NotFoundException::ticket);
    }

    /** Reads a public id or a number. */
    static TicketRef idOrNumber(String text) {
        if (NUMBER.matcher(text).matches()) return new TicketNumber(Long.parseLong(text));
        return requiredId(text);
    }
}
