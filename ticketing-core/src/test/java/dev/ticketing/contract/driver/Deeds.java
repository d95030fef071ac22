package dev.ticketing.contract.driver;

import dev.ticketing.Audience;
import dev.ticketing.AuthorKind;
import dev.ticketing.Command;
import dev.ticketing.LinkRef;
import dev.ticketing.contract.driver.Case.Entry;
import dev.ticketing.contract.driver.Step.Attach;
import dev.ticketing.contract.driver.Step.Deed;
import dev.ticketing.contract.driver.Step.Edit;
import dev.ticketing.contract.driver.Step.Note;
import dev.ticketing.contract.driver.Step.Plain;
import dev.ticketing.contract.driver.Step.Reply;
import dev.ticketing.contract.driver.Step.Say;
import dev.ticketing.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The model's own rules for what can be done to a ticket, written from the design and not from the engine. */
final class Deeds {

    static final int MESSAGE = 65_535;
    private static final int WORD = 64;
    private static final int MOST = 20;
    private static final long MOST_BYTES = 8 * 1024 * 1024;

    private final Case ticket;
    private final Who by;
    private final Shelf shelf;
    private final Instant now;
    private final int entriesBefore;
    private final Set<Shelf.Waiting> used = new LinkedHashSet<>();

    Deeds(Case ticket, Who by, Shelf shelf, Instant now) {
        this.ticket = ticket;
        this.by = by;
        this.shelf = shelf;
        this.now = now;
        this.entriesBefore = ticket.entries.size();
    }

    Set<Shelf.Waiting> used() {
        return used;
    }

    /** Does one thing; gives the refusal instead if there is one. */
    Optional<ErrorCode> apply(Deed deed) {
        if (deed instanceof Reply reply) return reply(reply.say());
        if (deed instanceof Note note) return note(note.say());
        if (deed instanceof Edit edit)
            return edit.seq() > entriesBefore ? invalid() : edit((int) edit.seq() - 1, edit.text());
        if (deed instanceof Attach attach) {
            boolean any = !attach.uploads().isEmpty() || !attach.outside().isEmpty();
            return files(new Say("", attach.uploads(), attach.outside(), false, false, Optional.empty()))
                    ? changed(any)
                    : invalid();
        }
        Command command = ((Plain) deed).command();
        return isProgress(command) ? progress(command) : facts(command);
    }

    private Optional<ErrorCode> reply(Say say) {
        if (say.status().isPresent() && !by.isStaff()) return Optional.of(ErrorCode.FORBIDDEN);
        if (ticket.isClosed()) return Optional.of(ErrorCode.TICKET_CLOSED);
        boolean known = say.status().isEmpty() || isStatus(say.status().get().value());
        if (!says(say.text(), false) || !files(say) || !known) return invalid();
        if (say.status().isPresent()) {
            String to = say.status().get().value();
            if (!to.equals(ticket.status) && !ticket.mayMoveTo(to)) return Optional.of(ErrorCode.TRANSITION_REFUSED);
            if (!to.equals(ticket.status)) ticket.enter(to, now);
        } else if (!by.isStaff()) {
            ticket.enter("customer_reply", now);
        } else if (!ticket.status.equals("resolved")) {
            ticket.enter("answered", now);
        }
        if (by.caller().author().kind() == AuthorKind.STAFF && ticket.firstResponded.isEmpty())
            ticket.firstResponded = Optional.of(now);
        ticket.messageBytes += bytes(say.text());
        ticket.add(say.text(), false, now);
        return Optional.empty();
    }

    private Optional<ErrorCode> note(Say say) {
        if (say.status().isPresent() || !says(say.text(), true) || !files(say)) return invalid();
        ticket.noteBytes += bytes(say.text());
        ticket.add(say.text(), true, now);
        return Optional.empty();
    }

    private Optional<ErrorCode> edit(int index, String text) {
        Entry entry = ticket.entries.get(index);
        boolean internal = entry.portalSeq() == 0;
        if (!says(text, internal)) return invalid();
        if (entry.text().equals(text)) return Optional.empty();
        if (internal) ticket.noteBytes += bytes(text);
        else ticket.messageBytes += bytes(text);
        ticket.entries.set(index, new Entry(entry.seq(), entry.portalSeq(), text));
        ticket.happened(internal, now);
        return Optional.empty();
    }

    private static boolean isProgress(Command command) {
        return command instanceof Command.Move
                || command instanceof Command.Resolve
                || command instanceof Command.Conclude
                || command instanceof Command.Close
                || command instanceof Command.Reopen;
    }

    private Optional<ErrorCode> progress(Command command) {
        if (command instanceof Command.Move move) {
            String to = move.status().value();
            if (!isStatus(to)) return invalid();
            return to.equals(ticket.status) ? Optional.empty() : enter(to);
        }
        if (command instanceof Command.Close) return ticket.isClosed() ? Optional.empty() : enter("closed");
        if (command instanceof Command.Reopen) {
            if (ticket.isDone()) ticket.enter("open", now);
            else return Optional.empty();
            return changed(true);
        }
        Optional<String> words = command instanceof Command.Resolve resolve
                ? resolve.resolution()
                : ((Command.Conclude) command).resolution();
        if (words.isPresent() && !Texts.isText(words.get(), MESSAGE)) return invalid();
        boolean moves = command instanceof Command.Resolve && !ticket.status.equals("resolved");
        if (moves && !ticket.mayMoveTo("resolved")) return Optional.of(ErrorCode.TRANSITION_REFUSED);
        if (moves) ticket.enter("resolved", now);
        boolean says = words.isPresent() || command instanceof Command.Conclude;
        boolean other = says && !ticket.resolution.equals(words);
        if (other) ticket.resolution = words;
        return changed(moves || other);
    }

    private Optional<ErrorCode> enter(String to) {
        if (!ticket.mayMoveTo(to)) return Optional.of(ErrorCode.TRANSITION_REFUSED);
        ticket.enter(to, now);
        return changed(true);
    }

    private Optional<ErrorCode> facts(Command command) {
        Case before = ticket.copy();
        if (command instanceof Command.EditOpening edit) return edit(0, edit.text());
        if (command instanceof Command.Assign assign)
            ticket.assignee = Optional.of(assign.agent().value());
        if (command instanceof Command.Release) ticket.assignee = Optional.empty();
        if (command instanceof Command.Take) {
            String self = by.agent().id().value();
            if (ticket.assignee.isPresent() && !ticket.assignee.get().equals(self))
                return Optional.of(ErrorCode.ALREADY_TAKEN);
            ticket.assignee = Optional.of(self);
        }
        if (command instanceof Command.Transfer transfer) ticket.department = transfer.department();
        if (command instanceof Command.Prioritise prioritise) ticket.priority = prioritise.priority();
        if (command instanceof Command.Categorise categorise) ticket.category = categorise.category();
        if (command instanceof Command.Retitle retitle) ticket.subject = retitle.subject();
        boolean wordsAreGood = lists(command);
        if (!wordsAreGood || !isDepartment(ticket.department) || !isCategory(ticket.category)) return invalid();
        if (!Texts.isLine(ticket.subject, 255)) return invalid();
        boolean internally = !ticket.internalTags.equals(before.internalTags);
        if (internally) ticket.happened(true, now);
        return changed(!internally && !same(before, ticket));
    }

    /** Tags, copies and links: what is there is not added, what is not there is not removed. */
    private boolean lists(Command command) {
        if (command instanceof Command.Tag tag) return tags(tag.audience(), tag.tags(), tag.tags(), List.of());
        if (command instanceof Command.Untag untag) return tags(untag.audience(), List.of(), List.of(), untag.tags());
        if (command instanceof Command.Retag retag) {
            ticket.tags = List.copyOf(new LinkedHashSet<>(retag.tags()));
            return retag.tags().stream().allMatch(word -> Texts.isLine(word, WORD)) && ticket.tags.size() <= MOST;
        }
        if (command instanceof Command.Cc cc) {
            List<String> all = new ArrayList<>(ticket.cc);
            for (String email : cc.emails()) if (all.stream().noneMatch(email::equalsIgnoreCase)) all.add(email);
            ticket.cc = List.copyOf(all);
            return cc.emails().stream().allMatch(email -> email.matches("[A-Za-z]@example\\.org"))
                    && all.size() <= MOST;
        }
        if (command instanceof Command.Uncc uncc)
            ticket.cc = ticket.cc.stream()
                    .filter(email -> uncc.emails().stream()
                            .noneMatch(gone -> gone.toLowerCase(Locale.ROOT).equals(email.toLowerCase(Locale.ROOT))))
                    .toList();
        if (command instanceof Command.AddLink add) {
            Set<LinkRef> links = new LinkedHashSet<>(ticket.links);
            links.add(add.ref());
            ticket.links = List.copyOf(links);
        }
        if (command instanceof Command.Unlink unlink)
            ticket.links = ticket.links.stream()
                    .filter(link -> !link.equals(unlink.ref()))
                    .toList();
        return ticket.links.size() <= MOST;
    }

    private boolean tags(Audience audience, List<String> checked, List<String> more, List<String> less) {
        Set<String> tags = new LinkedHashSet<>(audience == Audience.PORTAL ? ticket.tags : ticket.internalTags);
        tags.addAll(more);
        less.forEach(tags::remove);
        if (audience == Audience.PORTAL) ticket.tags = List.copyOf(tags);
        else ticket.internalTags = List.copyOf(tags);
        return checked.stream().allMatch(word -> Texts.isLine(word, WORD)) && tags.size() <= MOST;
    }

    private boolean files(Say say) {
        Optional<Set<Shelf.Waiting>> wanted =
                shelf.wanted(by, Optional.of(ticket), say.uploads(), say.outside(), say.pinned(), used, now);
        wanted.ifPresent(used::addAll);
        return wanted.isPresent();
    }

    private boolean says(String text, boolean internal) {
        long before = internal ? ticket.noteBytes : ticket.messageBytes;
        return Texts.isText(text, MESSAGE) && before + bytes(text) <= MOST_BYTES;
    }

    static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    static boolean isStatus(String key) {
        return Case.ACTIVE.contains(key) || key.equals("resolved") || key.equals("closed");
    }

    static boolean isDepartment(String slug) {
        return Set.of("general", "billing", "vps").contains(slug);
    }

    static boolean isCategory(String category) {
        return Set.of("technical", "billing", "account", "feature_request", "general")
                .contains(category);
    }

    private static boolean same(Case one, Case other) {
        return one.assignee.equals(other.assignee)
                && one.department.equals(other.department)
                && one.priority == other.priority
                && one.category.equals(other.category)
                && one.subject.equals(other.subject)
                && one.tags.equals(other.tags)
                && one.cc.equals(other.cc)
                && one.links.equals(other.links);
    }

    private Optional<ErrorCode> changed(boolean anything) {
        if (anything) ticket.happened(false, now);
        return Optional.empty();
    }

    private static Optional<ErrorCode> invalid() {
        return Optional.of(ErrorCode.INVALID_INPUT);
    }
}
