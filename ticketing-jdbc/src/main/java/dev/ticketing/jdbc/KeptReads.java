package dev.ticketing.jdbc;

import dev.ticketing.Audience;
import dev.ticketing.Page;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketQuery;
import dev.ticketing.TicketRef;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.ByteCache;
import dev.ticketing.spi.Reads;
import dev.ticketing.spi.StoredAttachment;
import dev.ticketing.spi.StoredEntry;
import dev.ticketing.spi.StoredTicket;
import dev.ticketing.spi.Text;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was read last, given again once the database has said, on this very read, that it is the same still: that is a look at one
 * row, or along an index, instead of reading all of it. What is not kept costs no look. Only committed states are kept. Thread-safe.
 */
final class KeptReads {

    /** Bytes that a row of a ticket takes, about, without its texts and tags; and an entry or file, without its text or name. */
    private static final int OF_TICKET = 1_200;

    private static final int OF_ENTRY = 350;

    /** As many as a character may take; and a tag beside its own, in characters. */
    private static final int OF_CHARACTER = 2;

    private static final int OF_TAG = 25;

    private static final List<TicketField<Text>> TEXTS = texts();

    /** Of so many parts of the bound, pages have one, states as many as stand here, and details the rest. */
    private static final int PARTS = 12;

    /** By default the states of some thousand tickets, since each that is not there costs a command a round trip. */
    private static final int PARTS_OF_STATES = 5;

    private final ByteCache<Detail, StoredTicket> tickets;
    private final ByteCache<Listing, TicketList.Marked> pages;
    private final KeptStates states;

    /** Keeps about so many bytes; 0 keeps nothing. */
    KeptReads(long bytes) {
        long part = bytes / PARTS;
        this.states = new KeptStates(PARTS_OF_STATES * part);
        this.pages = new ByteCache<>(part, KeptReads::weight);
        this.tickets = new ByteCache<>(bytes - (1 + PARTS_OF_STATES) * part, KeptReads::weight);
    }

    /** What a caller asked for, but for what decides only whether it may have it. */
    private record Detail(Access access, TicketRef ref, ThreadQuery part) {}

    private record Listing(Access access, TicketQuery query) {}

    Optional<StoredTicket> ticket(Sql sql, Access access, TicketRef ref, ThreadQuery part) {
        JdbcReads reads = new JdbcReads(sql);
        if (sql.isJoined()) return reads.ticket(access, ref, part);
        Detail asked = new Detail(access, ref, part);
        Optional<StoredTicket> kept = tickets.get(asked);
        if (kept.isPresent() && isSame(kept.get(), reads, access, ref)) return kept;
        Optional<DetailQuery.Found> read = DetailQuery.find(sql, access, ref, part);
        read.ifPresent(found -> keep(sql, asked, found));
        return read.map(DetailQuery.Found::stored);
    }

    private void keep(Sql sql, Detail asked, DetailQuery.Found found) {
        tickets.put(asked, found.stored());
        if (sql.dialect().isServer()) states.keep(found.ticket());
    }

    /** What commands may decide on. */
    KeptStates states() {
        return states;
    }

    /** Gives a page that is one statement. */
    Page<TicketState> page(Sql sql, Access access, TicketQuery query) {
        TicketList list = new TicketList(sql);
        if (sql.isJoined()) return list.page(access, query);
        Listing asked = new Listing(access, query);
        Optional<TicketList.Marked> kept = pages.get(asked);
        if (kept.isPresent() && kept.get().marks().equals(list.marks(access, query)))
            return kept.get().page();
        TicketList.Marked read = list.marked(access, query);
        pages.put(asked, read);
        return read.page();
    }

    /** By the version that counts every change, since a row has more than requesters are told of. */
    private static boolean isSame(StoredTicket kept, Reads reads, Access access, TicketRef ref) {
        Access whole = new Access(access.tenant(), access.account(), access.departments(), Audience.DESK);
        Reads.Stamp stamp = Reads.Stamp.of(kept.state(), Audience.DESK);
        return reads.stamp(whole, ref).filter(stamp::equals).isPresent();
    }

    private static long weight(TicketList.Marked page) {
        long bytes = OF_TICKET;
        for (TicketState ticket : page.page().items()) bytes += weight(ticket);
        return bytes;
    }

    private static long weight(StoredTicket ticket) {
        long bytes = weight(ticket.state()) + weight(ticket.opening()) + weight(ticket.attachments());
        for (StoredEntry entry : ticket.entries()) bytes += weight(entry);
        return bytes;
    }

    static long weight(TicketState ticket) {
        long characters = 0;
        for (TicketField<Text> text : TEXTS)
            characters += ticket.find(text).map(found -> found.value().length()).orElse(0);
        for (TicketField<List<String>> tags : List.of(TicketField.TAGS, TicketField.INTERNAL_TAGS))
            for (String tag : ticket.find(tags).orElse(List.of())) characters += OF_TAG + tag.length();
        return OF_TICKET + OF_CHARACTER * characters;
    }

    private static long weight(StoredEntry entry) {
        return OF_ENTRY + OF_CHARACTER * (long) entry.body().value().length() + weight(entry.attachments());
    }

    private static long weight(List<StoredAttachment> files) {
        long characters = 0;
        for (StoredAttachment file : files)
            characters +=
                    file.filename().length() + file.url().map(String::length).orElse(0);
        return OF_ENTRY * (long) files.size() + OF_CHARACTER * characters;
    }

    @SuppressWarnings("unchecked") // the form of a field says the type of its values
    private static List<TicketField<Text>> texts() {
        List<TicketField<Text>> texts = new ArrayList<>();
        for (TicketField<?> field : TicketField.all())
            if (field.form() == TicketField.Form.TEXT) texts.add((TicketField<Text>) field);
        return List.copyOf(texts);
    }
}
