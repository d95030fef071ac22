package dev.ticketing.http;

import dev.ticketing.TicketId;
import dev.ticketing.TicketNumber;
import dev.ticketing.TicketRef;
import dev.ticketing.error.NotFoundException;
import java.util.Optional;

/** The ways in which paths and parameters name a ticket. What cannot be a name is answered like one that nobody has. */
final class TicketRefs {

    private static final String ID = "tkt_";
    private static final int ID_LENGTH = ID.length() + 26;
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final String DIGITS = "0123456789";
    private static final int MOST_DIGITS = 18;

    private TicketRefs() {}

    /** Reads a public id. */
    static Optional<TicketId> id(String text) {
        boolean could = text.length() == ID_LENGTH && text.startsWith(ID) && hasOnly(LETTERS, text, ID.length());
        return could ? Optional.of(TicketId.of(text)) : Optional.empty();
    }

    /** Reads a public id that has to be one. */
    static TicketId requiredId(String text) {
        return id(text).orElseThrow(NotFoundException::ticket);
    }

    /** Reads a public id or a number. */
    static TicketRef idOrNumber(String text) {
        return isNumber(text) ? new TicketNumber(Long.parseLong(text)) : requiredId(text);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= MOST_DIGITS && text.charAt(0) != '0' && hasOnly(DIGITS, text, 0);
    }

    private static boolean hasOnly(String letters, String text, int from) {
        for (int i = from; i < text.length(); i++) if (letters.indexOf(text.charAt(i)) < 0) return false;
        return true;
    }
}
