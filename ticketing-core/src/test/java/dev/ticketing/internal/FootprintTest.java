package dev.ticketing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Command;
import dev.ticketing.Condition;
import dev.ticketing.TicketEvent;
import dev.ticketing.contract.Pairs;
import dev.ticketing.contract.Pairs.Base;
import dev.ticketing.contract.Pairs.Outcome;
import dev.ticketing.error.ConflictException;
import dev.ticketing.error.ErrorCode;
import dev.ticketing.memory.InMemoryStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What commands say that they touch, against what they do: alone, in every pair, and on the page that prints it. */
class FootprintTest {

    private static final Path PAGE = Path.of("..", "docs", "concurrency.md");
    private static final List<String> NAMES = Pairs.names();

    @ParameterizedTest
    @EnumSource
    void commandsChangeNothingElseThanTheySay(Base base) {
        for (String name : NAMES) {
            Pairs alone = Pairs.at(new InMemoryStorage(), base);
            Command command = alone.command(name, false);
            Footprint footprint = Commands.footprint(command);
            Set<String> said = new HashSet<>(footprint.writes());
            said.addAll(footprint.merges());

            assertThat(said).as(name).containsAll(changed(alone, command));
        }
    }

    /** Whoever touches nothing of what the other one touches lands before and after it, with the same result. */
    @ParameterizedTest
    @EnumSource
    void pairsThatTouchNothingInCommonLandInAnyOrder(Base base) {
        int pairs = 0;
        for (String one : NAMES) {
            for (String other : NAMES) {
                if (meet(one, other)
                        || meet(other, one)
                        || symbol(base, one, other).equals("-")) continue;
                assertThat(symbol(base, one, other))
                        .as("%s and %s, %s", one, other, base)
                        .isEqualTo("=");
                pairs++;
            }
        }
        assertThat(pairs).isGreaterThan(200);
    }

    /** Based on the version before, the second command is refused for exactly what the first one changed of what it touches. */
    @ParameterizedTest
    @EnumSource
    void basedOnAVersionOnlyTrueConflictsAreRefused(Base base) {
        for (String one : NAMES) {
            for (String other : NAMES) {
                Pairs pairs = Pairs.at(new InMemoryStorage(), base);
                long version = pairs.ticket().version();
                Command second = pairs.command(other, true);
                Pairs trial = Pairs.at(new InMemoryStorage(), base);
                Set<String> minded = new TreeSet<>(changed(trial, trial.command(one, false)));
                minded.removeIf(field -> !Commands.footprint(second).minds(field));
                Outcome outcome = pairs.inTurn(pairs.command(one, false), second, Condition.basedOn(version));

                boolean refused = outcome.second()
                        .filter(it -> it.code() == ErrorCode.STALE_VERSION)
                        .isPresent();
                assertThat(refused).as("%s, then %s, %s", one, other, base).isEqualTo(!minded.isEmpty());
                if (refused)
                    assertThat(new TreeSet<>(
                                    ((ConflictException) outcome.second().orElseThrow()).changed()))
                            .isEqualTo(minded);
            }
        }
    }

    @Test
    void thePagePrintsWhatCommandsTouch() throws IOException {
        List<String> rows = new ArrayList<>();
        rows.add("| Command | Reads | Replaces | Changes from what is there |");
        rows.add("|---|---|---|---|");
        Pairs any = Pairs.at(new InMemoryStorage(), Base.OPEN);
        for (String name : NAMES) {
            Footprint footprint = Commands.footprint(any.command(name, false));
            rows.add("| `" + name + "` | " + listed(footprint.reads()) + " | " + listed(footprint.writes()) + " | "
                    + listed(footprint.merges()) + " |");
        }
        print("touched", rows);
    }

    @ParameterizedTest
    @EnumSource
    void thePagePrintsEveryPair(Base base) throws IOException {
        List<String> rows = new ArrayList<>();
        Set<String> refusals = new LinkedHashSet<>();
        rows.add("```");
        StringBuilder numbers = new StringBuilder(" ".repeat(15));
        for (int i = 1; i <= NAMES.size(); i++) numbers.append(String.format("%3d", i));
        rows.add(numbers.toString());
        for (int i = 0; i < NAMES.size(); i++) {
            StringBuilder row = new StringBuilder(String.format("%2d %-12s", i + 1, NAMES.get(i)));
            for (String second : NAMES) row.append(String.format("%3s", symbol(base, NAMES.get(i), second)));
            rows.add(row.toString());
            for (String second : NAMES) refusal(base, NAMES.get(i), second).ifPresent(refusals::add);
        }
        rows.add("```");
        if (!refusals.isEmpty()) rows.add("");
        rows.addAll(refusals);
        print(base.name().toLowerCase(java.util.Locale.ROOT), rows);
    }

    private static java.util.Optional<String> refusal(Base base, String one, String other) {
        if (!symbol(base, one, other).equals("x")) return java.util.Optional.empty();
        return run(base, one, other).second().map(it -> "* `" + other + "` after `" + one + "`: `" + it.code() + "`");
    }

    /** What a pair comes to: see the page. */
    private static String symbol(Base base, String one, String other) {
        Outcome there = run(base, one, other);
        if (there.first().isPresent() || alone(base, other)) return "-";
        if (there.second().isPresent()) return "x";
        Pairs back = Pairs.at(new InMemoryStorage(), base);
        Outcome returned = back.inTurn(back.command(other, true), back.command(one, false));
        return returned.landed()
                        && returned.after()
                                .replace("hal", "grace")
                                .equals(there.after().replace("hal", "grace"))
                ? "="
                : ">";
    }

    /** Whether a command is refused at this base whoever else is there. */
    private static boolean alone(Base base, String name) {
        Pairs pairs = Pairs.at(new InMemoryStorage(), base);
        return pairs.inTurn(pairs.command(name, true), pairs.command("AddNote", false))
                .first()
                .isPresent();
    }

    private static Outcome run(Base base, String one, String other) {
        Pairs pairs = Pairs.at(new InMemoryStorage(), base);
        return pairs.inTurn(pairs.command(one, false), pairs.command(other, true));
    }

    /** Whether one changes what the other one reads or replaces, or replaces what it changes. */
    private static boolean meet(String one, String other) {
        Pairs any = Pairs.at(new InMemoryStorage(), Base.OPEN);
        Footprint first = Commands.footprint(any.command(one, false));
        Footprint second = Commands.footprint(any.command(other, false));
        Set<String> touched = new HashSet<>(second.reads());
        touched.addAll(second.writes());
        touched.addAll(second.merges());
        return !Collections.disjoint(first.writes(), touched) || !Collections.disjoint(first.merges(), second.reads());
    }

    private static Set<String> changed(Pairs pairs, Command command) {
        int before = pairs.events().size();
        pairs.inTurn(command, new Command.Untag(dev.ticketing.Audience.DESK, List.of("none")));
        Set<String> changed = new HashSet<>();
        for (TicketEvent event : pairs.events().subList(before, pairs.events().size())) {
            event.changes().forEach(change -> changed.add(change.field()));
            if (event.kind() == TicketEvent.Kind.EDITED) changed.add(Footprint.TEXTS);
        }
        return changed;
    }

    private static String listed(Set<String> fields) {
        return fields.isEmpty()
                ? "–"
                : new TreeSet<>(fields).stream().map(field -> "`" + field + "`").collect(Collectors.joining(", "));
    }

    /** Compares a part of the page, or writes it with {@code -Dpage.write=true}. */
    private static synchronized void print(String part, List<String> rows) throws IOException {
        String begin = "<!-- " + part + " -->\n";
        String end = "<!-- /" + part + " -->";
        String page = Files.readString(PAGE);
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(end);
        String wanted = String.join("\n", rows) + "\n";
        if (Boolean.getBoolean("page.write"))
            Files.writeString(PAGE, page.substring(0, from) + wanted + page.substring(to));
        else assertThat(page.substring(from, to)).isEqualTo(wanted);
    }
}
