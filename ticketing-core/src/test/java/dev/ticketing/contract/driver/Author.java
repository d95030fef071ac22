package dev.ticketing.contract.driver;

import dev.ticketing.AccountId;
import dev.ticketing.IdempotencyKey;
import dev.ticketing.TenantId;
import dev.ticketing.TicketQuery;
import dev.ticketing.contract.driver.Step.Act;
import dev.ticketing.contract.driver.Step.By;
import dev.ticketing.contract.driver.Step.Conversation;
import dev.ticketing.contract.driver.Step.Counting;
import dev.ticketing.contract.driver.Step.Deed;
import dev.ticketing.contract.driver.Step.Files;
import dev.ticketing.contract.driver.Step.Filing;
import dev.ticketing.contract.driver.Step.Get;
import dev.ticketing.contract.driver.Step.History;
import dev.ticketing.contract.driver.Step.Listing;
import dev.ticketing.contract.driver.Step.Name;
import dev.ticketing.contract.driver.Step.Open;
import dev.ticketing.contract.driver.Step.Pass;
import dev.ticketing.contract.driver.Step.Question;
import dev.ticketing.contract.driver.Step.Read;
import dev.ticketing.contract.driver.Step.Sweep;
import dev.ticketing.contract.driver.Step.Under;
import dev.ticketing.contract.driver.Step.Upload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes programs: mostly sensible acts of several people on a few tickets, and now and then what must be refused. */
final class Author {

    private static final int MANY_TICKETS = 14;
    private static final List<String> KEYS = List.of("k1", "K1", "k1 ", "k\u00e9", "ke\u0301", "k2");

    private final Dice dice;
    private final Phrases phrases;
    private final List<Step> keyed = new ArrayList<>();
    private final List<TenantId> tenants = new ArrayList<>();
    private final List<AccountId> accounts = new ArrayList<>();
    private int tickets;
    private int uploads;

    Author(long seed) {
        dice = new Dice(seed);
        phrases = new Phrases(dice);
    }

    List<Step> write(int steps) {
        List<Step> program = new ArrayList<>();
        while (program.size() < steps) {
            program.add(step());
            if (dice.oneIn(5)) program.add(new Pass(Duration.ofMillis(dice.below(2_000))));
        }
        return List.copyOf(program.subList(0, steps));
    }

    private Step step() {
        if (tickets < 4 || dice.oneIn(tickets < MANY_TICKETS ? 14 : 60)) return kept(open());
        if (!keyed.isEmpty() && dice.oneIn(18)) return dice.one(keyed);
        return switch (dice.below(40)) {
            case 0 ->
                new Pass(dice.one(Stream.of(-5_000, -1, 3_600_000, 90_000_000)
                        .map(Duration::ofMillis)
                        .toList()));
            case 1 -> new Sweep();
            case 2, 3, 4 -> kept(upload());
            case 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 -> read();
            default -> kept(act());
        };
    }

    private Step open() {
        Who by = dice.one(Who.values());
        Who customer = by.isStaff() ? dice.one(Who.REQUESTERS) : by;
        tenants.add(by.caller().tenant());
        accounts.add(customer.requester().account());
        Filing filing = phrases.filing(upload(dice));
        return new Open(tickets++, by, customer, filing, under("/tickets", filing));
    }

    private Step act() {
        Who by = dice.oneIn(3) ? dice.one(Who.REQUESTERS) : dice.one(Who.STAFF);
        List<Deed> deeds = new ArrayList<>();
        do deeds.add(by.isStaff() ? phrases.byStaff(upload(dice)) : phrases.byRequester(upload(dice)));
        while (deeds.size() < 5 && dice.oneIn(4));
        Name name = name(by);
        return new Act(by, name, deeds, under("/acts", List.of(name, deeds)));
    }

    private Step upload() {
        Who by = dice.one(Who.values());
        Optional<Name> pinned = dice.oneIn(2) ? Optional.of(name(by)) : Optional.empty();
        String filename = dice.oneIn(3) ? dice.one(Texts.TABLE) : "file" + dice.below(3) + ".txt";
        Under under = new Under(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                under("/files", filename).key());
        return new Upload(uploads++, by, filename, dice.below(2_000), pinned, under);
    }

    private Step read() {
        Who by = dice.one(Who.values());
        Question question = switch (dice.below(14)) {
            case 0, 1 -> new Get(name(by));
            case 2 -> new Conversation(name(by), dice.below(4), dice.below(4));
            case 3 -> new Conversation(name(by), 0, Integer.MAX_VALUE);
            case 4 -> new History(name(by), dice.below(6));
            case 5 -> new Files(name(by));
            case 6 -> new Counting();
            case 7, 8 -> new Listing(filtered(phrases.filters()));
            default -> new Listing(filtered(phrases.search()));
        };
        return new Read(by, dice.oneIn(4), question);
    }

    private TicketQuery filtered(TicketQuery query) {
        TicketQuery paged = query.limit(1 + dice.below(5)).order(dice.one(List.of(TicketQuery.Order.values())));
        if (dice.oneIn(5)) paged = paged.skip(dice.below(4));
        return dice.oneIn(4) ? paged.withOpenings() : paged;
    }

    private Name name(Who caller) {
        By by = dice.oneIn(9) ? dice.one(By.values()) : By.ID;
        int ticket = dice.below(tickets + 1);
        for (int tries = 0; tries < 20 && !isOwn(ticket, caller) && !dice.oneIn(60); tries++)
            ticket = dice.below(tickets);
        // numbers may skip, so what one tenant's number is to another tenant is no promise
        boolean foreign =
                ticket < tickets && !tenants.get(ticket).equals(caller.caller().tenant());
        return new Name(ticket, foreign && by == By.NUMBER ? By.ID : by);
    }

    private boolean isOwn(int ticket, Who caller) {
        if (ticket >= tickets || !tenants.get(ticket).equals(caller.caller().tenant())) return false;
        return caller.isStaff()
                || accounts.get(ticket).equals(caller.requester().account());
    }

    private Optional<Integer> upload(Dice chance) {
        return uploads == 0 || !chance.oneIn(8) ? Optional.empty() : Optional.of(uploads - 1 - chance.below(3));
    }

    private Under under(String path, Object body) {
        if (!dice.oneIn(5)) return Under.NOTHING;
        Optional<IdempotencyKey> key = dice.oneIn(2) ? Optional.of(key(path, body)) : Optional.empty();
        return new Under(behind(), behind(), behind(), key);
    }

    private IdempotencyKey key(String path, Object body) {
        IdempotencyKey key = IdempotencyKey.of(dice.one(KEYS));
        String hash = Integer.toHexString(body.toString().hashCode());
        return dice.oneIn(4) ? key.forRequest("POST " + path, hash) : key;
    }

    private Optional<Integer> behind() {
        return dice.oneIn(4) ? Optional.of(dice.below(3) - (dice.oneIn(8) ? 1 : 0)) : Optional.empty();
    }

    /** Steps under a key are repeated later, as they are. */
    private Step kept(Step step) {
        Optional<Under> under = Optional.empty();
        if (step instanceof Open open) under = Optional.of(open.under());
        if (step instanceof Act act) under = Optional.of(act.under());
        if (step instanceof Upload upload) under = Optional.of(upload.under());
        if (under.flatMap(Under::key).isPresent()) keyed.add(step);
        return step;
    }
}
