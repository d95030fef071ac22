package dev.ticketing.contract.driver;

import dev.ticketing.Attachment;
import dev.ticketing.AttachmentId;
import dev.ticketing.Counts;
import dev.ticketing.DeskReads;
import dev.ticketing.Download;
import dev.ticketing.FeedEntry;
import dev.ticketing.FeedPage;
import dev.ticketing.Page;
import dev.ticketing.PortalReads;
import dev.ticketing.PortalThread;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketQuery;
import dev.ticketing.TicketThread;
import dev.ticketing.TicketThread.Message;
import dev.ticketing.TicketThread.Note;
import dev.ticketing.contract.driver.Step.Changes;
import dev.ticketing.contract.driver.Step.Conversation;
import dev.ticketing.contract.driver.Step.Files;
import dev.ticketing.contract.driver.Step.Get;
import dev.ticketing.contract.driver.Step.History;
import dev.ticketing.contract.driver.Step.Listing;
import dev.ticketing.contract.driver.Step.Question;
import dev.ticketing.error.TicketingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Asks what a program asks. */
final class Questions {

    private static final int MOST_PAGES = 40;

    private Questions() {}

    static Object ask(DeskReads reads, Bindings bindings, Question question) {
        if (question instanceof Get get) return reads.get(bindings.ref(get.ticket()));
        if (question instanceof Conversation part)
            return reads.thread(bindings.ref(part.ticket()), new ThreadQuery(part.afterSeq(), part.limit()));
        if (question instanceof History history)
            return new Happened(reads.history(bindings.ref(history.ticket()), history.afterVersion()));
        if (question instanceof Listing list) return pages(list.query(), reads::search);
        if (question instanceof Changes changes) return fed(reads.changes(changes.after(), changes.limit()));
        if (question instanceof Files files) {
            TicketThread thread = reads.thread(bindings.ref(files.ticket()), ThreadQuery.whole());
            Stream<Attachment> all = thread.entries().stream()
                    .flatMap(entry -> entry instanceof Message message
                            ? message.attachments().stream()
                            : entry instanceof Note note ? note.attachments().stream() : Stream.of());
            return contents(
                    Stream.concat(all, thread.attachments().stream()),
                    id -> reads.download(bindings.ref(files.ticket()), id));
        }
        return counts(reads.counts());
    }

    static Object ask(PortalReads reads, Bindings bindings, Question question) {
        if (question instanceof Get get) return reads.get(bindings.ref(get.ticket()));
        if (question instanceof Conversation part)
            return reads.thread(bindings.ref(part.ticket()), new ThreadQuery(part.afterSeq(), part.limit()));
        if (question instanceof History history) return "nobody's " + reads.find(bindings.ref(history.ticket()));
        if (question instanceof Listing list) return pages(list.query(), reads::search);
        if (question instanceof Changes) return "nobody's";
        if (question instanceof Files files) {
            PortalThread thread = reads.thread(bindings.ref(files.ticket()), ThreadQuery.whole());
            Stream<Attachment> all = thread.messages().stream().flatMap(message -> message.attachments().stream());
            return contents(
                    Stream.concat(all, thread.attachments().stream()),
                    id -> reads.download(bindings.ref(files.ticket()), id));
        }
        return counts(reads.counts());
    }

    /** What happened. */
    record Happened(List<dev.ticketing.TicketEvent> events) {}

    /** What a page of the feed says, its words included. */
    record Fed(List<Long> positions, List<String> entries, long next) {}

    static Fed fed(FeedPage page) {
        return new Fed(
                page.entries().stream().map(FeedEntry::position).toList(),
                page.entries().stream()
                        .map(entry -> entry.event() + " " + new TreeMap<>(entry.texts()) + " " + entry.author())
                        .toList(),
                page.next());
    }

    /** All pages of a list. */
    record Pages<T>(List<Page<T>> pages) {

        List<T> items() {
            return pages.stream().flatMap(page -> page.items().stream()).toList();
        }
    }

    /** Counts in an order of their own. */
    record Counted(long total, List<String> rows) {}

    static Counted counts(Counts counts) {
        return new Counted(
                counts.total(),
                counts.rows().stream()
                        .map(row ->
                                row.status().key() + " " + row.priority() + " " + row.category() + " " + row.tickets())
                        .sorted()
                        .toList());
    }

    static <T> Pages<T> pages(TicketQuery query, Function<TicketQuery, Page<T>> search) {
        List<Page<T>> pages = new ArrayList<>();
        Page<T> page = search.apply(query);
        pages.add(page);
        while (page.next().isPresent() && pages.size() < MOST_PAGES) {
            page = search.apply(query.skip(0).after(page.next().get()));
            pages.add(page);
        }
        return new Pages<>(pages);
    }

    private static List<String> contents(Stream<Attachment> files, Function<AttachmentId, Download> download) {
        return files.map(file -> {
                    try (Download opened = download.apply(file.id())) {
                        return opened.attachment() + " "
                                + new String(opened.content().readAllBytes(), StandardCharsets.ISO_8859_1);
                    } catch (TicketingException refused) {
                        return file + " " + refused.code();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }
}
