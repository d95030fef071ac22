package dev.ticketing.contract.driver;

import dev.ticketing.AgentId;
import dev.ticketing.Audience;
import dev.ticketing.Command;
import dev.ticketing.LinkRef;
import dev.ticketing.OutsideFile;
import dev.ticketing.Priority;
import dev.ticketing.StatusKey;
import dev.ticketing.TicketQuery;
import dev.ticketing.contract.Crowd;
import dev.ticketing.contract.driver.Step.Deed;
import dev.ticketing.contract.driver.Step.Filing;
import dev.ticketing.contract.driver.Step.Plain;
import dev.ticketing.contract.driver.Step.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What people say and ask for in programs. */
final class Phrases {

    private static final List<StatusKey> STATUSES = Stream.of(
                    "open", "customer_reply", "in_progress", "answered", "pending", "on_hold", "resolved", "closed")
            .map(StatusKey::new)
            .toList();
    private static final List<String> TAGS = List.of("vip", "VIP", "vip ", "v\u00edp", "vi\u0301p", "a", "b", "c");
    private static final List<String> ADDRESSES = List.of("a@example.org", "A@example.org", "b@example.org");
    private static final List<String> DEPARTMENTS = List.of("general", "billing", "vps");
    private static final List<String> CATEGORIES = List.of("general", "billing", "account");
    private static final List<String> AGENTS = List.of("grace", "ben", "many", "Grace", "grace ");
    private static final List<String> LINES =
            Texts.TABLE.stream().filter(text -> Texts.isLine(text, 64)).toList();

    private final Dice dice;

    Phrases(Dice dice) {
        this.dice = dice;
    }

    Filing filing(Optional<Integer> upload) {
        Priority priority = dice.oneIn(4) ? Priority.CRITICAL : dice.one(Priority.values());
        return new Filing(
                text(),
                say(upload, false),
                priority,
                maybe(() -> mostly(CATEGORIES, "Account")),
                maybe(() -> mostly(DEPARTMENTS, "Billing")),
                dice.oneIn(8) ? dice.one(LINES) : "api",
                maybe(() -> dice.oneIn(6) ? text() : "ext" + dice.below(12)),
                some(() -> dice.one(TAGS)),
                some(() -> mostly(ADDRESSES, "c d@e")),
                some(this::link),
                priority == Priority.CRITICAL && !dice.oneIn(4) ? Optional.of(text()) : maybe(this::text),
                maybe(this::text),
                maybe(() -> dice.oneIn(2)));
    }

    Deed byRequester(Optional<Integer> upload) {
        return switch (dice.below(6)) {
            case 0 -> new Plain(new Command.Close());
            case 1 -> new Plain(new Command.Reopen());
            default -> new Step.Reply(say(upload, dice.oneIn(12)));
        };
    }

    Deed byStaff(Optional<Integer> upload) {
        return switch (dice.below(30)) {
            case 0, 1, 2 -> new Step.Reply(say(upload, true));
            case 3, 4, 5 -> new Step.Note(say(upload, dice.oneIn(12)));
            case 6, 7, 8 -> new Step.Edit(1 + dice.below(dice.oneIn(6) ? 9 : 2), text());
            case 9 -> new Step.Attach(upload.stream().toList(), some(this::outside));
            default -> new Plain(command());
        };
    }

    TicketQuery filters() {
        TicketQuery query = TicketQuery.all();
        if (dice.oneIn(2)) query = query.statuses(some(() -> status()));
        if (dice.oneIn(3)) query = query.priorities(some(() -> dice.one(Priority.values())));
        if (dice.oneIn(3)) query = query.categories(some(() -> mostly(CATEGORIES, "Account")));
        if (dice.oneIn(3)) query = query.departments(some(() -> mostly(DEPARTMENTS, "Billing")));
        return dice.oneIn(3) ? query.assignee(AgentId.of(dice.one(AGENTS))) : query;
    }

    /** Any mixture of what the grammar of searches has. */
    TicketQuery search() {
        List<String> terms = new ArrayList<>();
        do terms.add(term());
        while (terms.size() < 18 && dice.oneIn(2));
        TicketQuery query = dice.oneIn(3) ? filters() : TicketQuery.all();
        return query.text(String.join(dice.oneIn(9) ? "" : " ", terms));
    }

    private String term() {
        String word = dice.oneIn(4) ? dice.one(Texts.TABLE) : dice.one(Crowd.WORDS);
        return switch (dice.below(8)) {
            case 0 -> "-" + word;
            case 1 ->
                word.substring(0, word.offsetByCodePoints(0, Math.min(2, word.codePointCount(0, word.length())))) + "*";
            case 2 -> "\"" + word + " " + dice.one(Crowd.WORDS) + "\"";
            case 3 -> "-\"" + word + " " + dice.one(Crowd.WORDS) + "\"";
            case 4 -> dice.oneIn(3) ? "\"" + word : word + "*";
            default -> word;
        };
    }

    private Command command() {
        Audience audience = dice.one(Audience.values());
        return switch (dice.below(21)) {
            case 0 -> new Command.EditOpening(text());
            case 1 -> new Command.Assign(AgentId.of(dice.one(AGENTS)));
            case 2, 3 -> new Command.Take();
            case 4 -> new Command.Release();
            case 5, 6 -> new Command.Move(status());
            case 7 -> new Command.Resolve(maybe(this::text));
            case 8 -> new Command.Conclude(maybe(this::text));
            case 9 -> new Command.Close();
            case 10, 11 -> new Command.Reopen();
            case 12 -> new Command.Transfer(mostly(DEPARTMENTS, "Billing"));
            case 13 -> new Command.Prioritise(dice.one(Priority.values()));
            case 14 -> new Command.Categorise(mostly(CATEGORIES, "Account"));
            case 15 -> new Command.Retitle(text());
            case 16 -> new Command.Tag(audience, some(this::tag));
            case 17 -> new Command.Untag(audience, some(this::tag));
            case 18 -> new Command.Retag(some(this::tag));
            case 19 -> dice.oneIn(2) ? new Command.AddLink(link()) : new Command.Unlink(link());
            default -> {
                List<String> emails = some(() -> mostly(ADDRESSES, "c d@e"));
                yield dice.oneIn(2) ? new Command.Cc(emails) : new Command.Uncc(emails);
            }
        };
    }

    private Say say(Optional<Integer> upload, boolean named) {
        return new Say(
                text(),
                upload.stream().toList(),
                dice.oneIn(6) ? List.of(outside()) : List.of(),
                dice.oneIn(5),
                dice.oneIn(6),
                named && dice.oneIn(5) ? Optional.of(status()) : Optional.empty());
    }

    private String text() {
        if (dice.oneIn(80)) return dice.one(Texts.LONG);
        if (dice.oneIn(30)) return dice.one(Texts.TABLE);
        if (dice.oneIn(4)) return dice.one(LINES);
        return dice.one(Crowd.WORDS) + " " + dice.one(Crowd.WORDS) + " " + dice.below(1_000);
    }

    private <T> T mostly(List<T> good, T bad) {
        return dice.oneIn(40) ? bad : dice.one(good);
    }

    private StatusKey status() {
        return mostly(STATUSES, new StatusKey("lost"));
    }

    private String tag() {
        return dice.oneIn(12) ? text() : dice.one(TAGS);
    }

    private LinkRef link() {
        return new LinkRef(dice.oneIn(3) ? "Order" : "order", "o" + dice.below(3) + (dice.oneIn(4) ? " " : ""));
    }

    private OutsideFile outside() {
        String url = dice.oneIn(20) ? "http://example.org/" : "https://files.example.org/" + dice.below(9);
        return new OutsideFile(dice.oneIn(4) ? text() : "plan.pdf", url, dice.below(3), "application/pdf");
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return dice.oneIn(3) ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> some(Supplier<T> value) {
        List<T> values = new ArrayList<>();
        while (values.size() < 25 && dice.oneIn(2)) values.add(value.get());
        return values;
    }
}
