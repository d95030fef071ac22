package dev.ticketing.jdbc;

import static dev.ticketing.jdbc.WritersInLine.NOTE;
import static dev.ticketing.jdbc.WritersInLine.failing;
import static dev.ticketing.jdbc.WritersInLine.notes;
import static dev.ticketing.jdbc.WritersInLine.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.error.StorageException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Writers that share a commit without savepoints, until one of them has to be undone. */
class WriteGroupsUndoneTest {

    @RegisterExtension
    final Databases databases = new Databases();

    private WritersInLine line;

    @BeforeEach
    void openDatabase() {
        line = databases.closing(new WritersInLine(databases.migrated()));
    }

    @Test
    void setsNoSavepointsAsLongAsNobodyHasToBeUndone() throws Exception {
        line.together(notes("a"), notes("b"), notes("c"));

        assertThat(line.answers()).containsExactly("a", "b", "c");
        assertThat(line.executed()).containsExactly("BEGIN IMMEDIATE", NOTE, NOTE, NOTE, "COMMIT");
    }

    @Test
    void undoesNobodyForOneThatIsRefusedBeforeItWrites() throws Exception {
        line.together(
                notes("a"),
                sql -> {
                    sql.list("SELECT 1", row -> row.getLong(1));
                    throw new IllegalArgumentException("refused b");
                },
                notes("c"));

        assertThat(line.answers()).containsExactly("a", "refused b", "c");
        assertThat(line.executed()).containsExactly("BEGIN IMMEDIATE", NOTE, "SELECT 1", NOTE, "COMMIT");
        assertThat(line.noted()).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void runsAllAgainWithSavepointsForOneThatIsRefusedAfterItHasWritten() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        line.together(counted(runs, notes("a")), counted(runs, refused("b")), counted(runs, notes("c")), notes("d"));

        assertThat(line.answers()).containsExactly("a", "refused b", "c", "d");
        assertThat(line.noted()).containsExactlyInAnyOrder("a", "c", "d");
        // who came behind the refused one was not in that group yet
        assertThat(runs).hasValue(5);
        assertThat(line.executed()).startsWith("BEGIN IMMEDIATE", NOTE, NOTE, "ROLLBACK", "BEGIN IMMEDIATE");
    }

    /** What it was refused for may be what another one of the group wrote, which is not there any more. */
    @Test
    void letsTheRefusedDecideAnewToo() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        line.together(notes("a"), sql -> {
            notes("b").apply(sql);
            if (runs.incrementAndGet() == 1) throw new IllegalArgumentException("refused b");
            return "b";
        });

        assertThat(line.answers()).containsExactly("a", "b");
        assertThat(line.noted()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void undoesWhatAnInsertWroteThatWasReadLikeAQuery() throws Exception {
        line.together(notes("a"), sql -> {
            sql.list(NOTE + " RETURNING tenant", row -> row.getString(1), "b");
            throw new IllegalArgumentException("refused b");
        });

        assertThat(line.answers()).containsExactly("a", "refused b");
        assertThat(line.noted()).containsExactly("a");
    }

    /** After some failures SQLite has no transaction any more: what follows would be committed by itself. */
    @Test
    void storesNothingThatFollowsAFailureAlthoughTheWorkWentOn() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        line.together(notes("a"), sql -> {
            if (runs.incrementAndGet() == 1) losesItsTransaction(sql);
            return notes("b").apply(sql);
        });

        // a row that was committed by itself would stand in the way of the second run
        assertThat(line.answers()).containsExactly("a", "b");
        assertThat(line.noted()).containsExactlyInAnyOrder("a", "b");
        assertThat(runs).hasValue(2);
    }

    @Test
    void undoesATurnThatEndsAfterAFailureAlthoughTheWorkWentOn() throws Exception {
        line.fault(failing("UPDATE", false));
        line.together(notes("a"), sql -> {
            notes("b").apply(sql);
            swallow(() -> sql.update("UPDATE ticketing_number SET last_number = last_number"));
            return "b";
        });

        assertThat(line.answers()).containsExactly("a", "b");
        assertThat(line.noted()).containsExactlyInAnyOrder("a", "b");
        assertThat(line.executed()).contains("ROLLBACK");
    }

    @Test
    void handsNothingOnBehindALeaderThatWentOnAfterAFailure() throws Exception {
        line.together(
                sql -> {
                    losesItsTransaction(sql);
                    return "a";
                },
                notes("b"),
                refused("c"));

        assertThat(line.answers()).containsExactly("StorageException", "b", "refused c");
        assertThat(line.noted()).containsExactly("b");
    }

    /** As SQLite does when the disk is full, or cannot be read. */
    private static void losesItsTransaction(Sql sql) {
        sql.control("ROLLBACK");
        swallow(() -> sql.list("SELECT * FROM nowhere", row -> row.getLong(1)));
    }

    private static void swallow(Runnable statement) {
        try {
            statement.run();
        } catch (StorageException e) {
            // as a host's listener may do
        }
    }

    @Test
    void undoesAllWhenSqliteGivesTheTransactionUpForOne() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        line.together(notes("a"), notes("b"), sql -> {
            if (runs.incrementAndGet() > 1) return notes("c").apply(sql);
            sql.update("ROLLBACK");
            throw new IllegalStateException("given up");
        });

        assertThat(line.answers()).containsExactly("a", "b", "c");
        assertThat(line.noted()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void isCarefulForAsManyTurnsAsItSaysAndThenHopesAgain() throws Exception {
        line.makeCareful();
        for (int turns = 0; turns < WriteGroups.CAREFUL_TURNS + WriteGroups.MOST; turns += WriteGroups.MOST - 1)
            together();
        line.answers();

        // one of those who were undone may have had a turn with a savepoint already
        assertThat(savepoints()).isBetween(WriteGroups.CAREFUL_TURNS - 1L, (long) WriteGroups.CAREFUL_TURNS);
    }

    private void together() throws Exception {
        line.answers();
        line.forget();
        line.whileLedBy(notes("first"), () -> {
            for (int i = 1; i < WriteGroups.MOST; i++) {
                String name = "n" + i;
                line.ask(() -> line.transactions().write(notes(name)));
            }
        });
    }

    private long savepoints() {
        return line.executed().stream()
                .filter(sql -> sql.startsWith("SAVEPOINT"))
                .count();
    }

    private static Function<Sql, String> counted(AtomicInteger runs, Function<Sql, String> work) {
        return sql -> {
            runs.incrementAndGet();
            return work.apply(sql);
        };
    }
}
