package dev.ticketing.samples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One program over one filled database, and what its callers ask for. */
@State(Scope.Benchmark)
public class World {

    private static final int KEYS = 1_000;
    private static final int FRESH = 4_096;
    private static final int DEEP_IN_10 = 10;
    private static final double RARE = 0.0019;
    private static final double FREQUENT = 0.2;

    /** Which program. */
    @Param("LIBRARY")
    public String program = "";

    /** Where the database is. */
    @Param("")
    public String url = "";

    /** How many tickets it holds at least. */
    @Param("10000")
    public int tickets;

    private final AtomicInteger next = new AtomicInteger();
    private final Zipf texts = new Zipf();
    private @Nullable Program opened;
    private List<Object> longOnes = List.of();
    private List<Object> shortOnes = List.of();
    private List<Case> fresh = List.of();
    private Optional<Object> deep = Optional.empty();

    /** Opens the program and looks up what will be asked for. */
    @Setup(Level.Trial)
    public void open() {
        Program opened = Programs.valueOf(program).open(url);
        this.opened = opened;
        longOnes = opened.keys(longCases());
        shortOnes = opened.keys(shortCases());
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < FRESH; i++) cases.add(Case.fresh(i, texts));
        fresh = cases;
    }

    /** Closes the program. */
    @TearDown(Level.Trial)
    public void close() {
        program().close();
    }

    Program program() {
        return Objects.requireNonNull(opened);
    }

    List<Object> longOnes() {
        return longOnes;
    }

    Object longOne() {
        return any(longOnes);
    }

    /** One that staff may answer, and that no list or detail shows. */
    Object shortOne() {
        return any(shortOnes);
    }

    Case fresh() {
        return fresh.get(Math.floorMod(next.getAndIncrement(), FRESH));
    }

    String rareWord() {
        return texts.wordIn(RARE);
    }

    String frequentWord() {
        return texts.wordIn(FREQUENT);
    }

    /** Lets go of all that callers keep, so that what is left is the program's. */
    void forget() {
        longOnes = List.of();
        shortOnes = List.of();
        fresh = List.of();
    }

    /** Where the page begins that has a tenth of all tickets before it: two thirds of those in the list. */
    synchronized Optional<Object> deepPlace() {
        for (int rows = 0; deep.isEmpty() || rows < tickets / DEEP_IN_10; rows += Program.PAGE)
            deep = program().list(deep).next();
        return deep;
    }

    private List<Case> longCases() {
        List<Case> cases = new ArrayList<>();
        Copies copies = Copies.of(Engine.of(url), tickets);
        int step = Math.max(1, tickets / Case.LONG_EVERY / KEYS) * Case.LONG_EVERY;
        for (int number = Case.LONG_EVERY; number <= tickets; number += step) cases.add(copies.caseOf(number, texts));
        return cases;
    }

    private List<Case> shortCases() {
        List<Case> cases = new ArrayList<>();
        Copies copies = Copies.of(Engine.of(url), tickets);
        int step = Math.max(1, tickets / KEYS / 4);
        for (int number = 1; number <= tickets; number += step) {
            Case each = copies.caseOf(number, texts);
            if (each.messages().size() == Case.SHORT_MESSAGES
                    && !each.assignee().equals(Case.BUSY)
                    && !each.status().equals("closed")) cases.add(each);
        }
        return cases;
    }

    private static Object any(List<Object> keys) {
        return keys.get(ThreadLocalRandom.current().nextInt(keys.size()));
    }
}
