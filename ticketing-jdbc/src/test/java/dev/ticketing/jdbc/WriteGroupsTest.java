package dev.ticketing.jdbc;

import static dev.ticketing.jdbc.WritersInLine.NOTE;
import static dev.ticketing.jdbc.WritersInLine.failing;
import static dev.ticketing.jdbc.WritersInLine.notes;
import static dev.ticketing.jdbc.WritersInLine.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.error.ContentionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Writers that share a commit on SQLite. The first one keeps the others waiting until all are in line. */
class WriteGroupsTest {

    @RegisterExtension
    final Databases databases = new Databases();

    private WritersInLine line;

    @BeforeEach
    void openDatabase() {
        line = databases.closing(new WritersInLine(databases.migrated()));
    }

    @Test
    void commitsSeveralWritersAtOnceInTheOrderOfAsking() throws Exception {
        line.together(notes("a"), notes("b"), notes("c"), notes("d"));

        assertThat(line.answers()).containsExactly("a", "b", "c", "d");
        assertThat(line.noted()).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(line.executed().stream().filter("COMMIT"::equals)).hasSize(1);
        assertThat(line.executed().stream().filter(sql -> sql.startsWith("BEGIN")))
                .hasSize(1);
    }

    @Test
    void setsNoSavepointForALoneWriter() {
        line.transactions().write(notes("a"));

        assertThat(line.executed()).containsExactly("BEGIN IMMEDIATE", NOTE, "COMMIT");
    }

    @Test
    void runsEachWorkOnTheThreadThatAsked() throws Exception {
        List<Thread> askers = Collections.synchronizedList(new ArrayList<>());
        List<Thread> workers = Collections.synchronizedList(new ArrayList<>());
        line.whileLedBy(notes("first"), () -> {
            for (String name : List.of("a", "b"))
                line.ask(() -> {
                    askers.add(Thread.currentThread());
                    return line.transactions().write(sql -> {
                        workers.add(Thread.currentThread());
                        return name;
                    });
                });
        });

        assertThat(line.answers()).containsExactly("first", "a", "b");
        assertThat(workers).isEqualTo(askers);
    }

    @Test
    void undoesOnlyWhatARefusedWriterWrote() throws Exception {
        line.together(notes("a"), refused("b"), notes("c"), refused("d"));

        assertThat(line.answers()).containsExactly("a", "refused b", "c", "refused d");
        assertThat(line.noted()).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void beginsAgainBehindALeaderThatThrows() throws Exception {
        line.together(refused("a"), notes("b"), notes("c"));

        assertThat(line.answers()).containsExactly("refused a", "b", "c");
        assertThat(line.noted()).containsExactlyInAnyOrder("b", "c");
    }

    /** A refusal may have been decided on what another writer wrote, and that is not so before the commit. */
    @Test
    void tellsNobodyBeforeTheCommitNotEvenOfARefusal() throws Exception {
        line.makeCareful();
        List<Integer> told = Collections.synchronizedList(new ArrayList<>());
        line.fault(sql -> {
            // whoever was told too early has the time to say so
            for (int i = 0; sql.equals("COMMIT") && i < 1_000; i++) {
                Thread.yield();
                for (int k = 0; k < line.asked().size(); k++)
                    if (line.asked().get(k).isDone()) told.add(k);
            }
        });
        line.together(notes("a"), notes("b"), refused("c"), notes("d"));

        assertThat(line.answers()).containsExactly("a", "b", "refused c", "d");
        assertThat(told).isEmpty();
    }

    @Test
    void failsEveryWriterWhenTheCommitFails() throws Exception {
        line.makeCareful();
        line.fault(failing("COMMIT", false));
        line.together(notes("a"), notes("b"), refused("c"), notes("d"));

        assertThat(line.answers()).allMatch(answer -> answer.startsWith("StorageException"));
        assertThat(line.noted()).isEmpty();
        line.assertWorksAgain();
    }

    @Test
    void failsEveryWriterWhenTheCommitLandedButSaidNothing() throws Exception {
        line.makeCareful();
        line.fault(failing("COMMIT", true));
        line.together(notes("a"), notes("b"), refused("c"));

        assertThat(line.answers()).allMatch(answer -> answer.startsWith("StorageException"));
        assertThat(line.noted()).containsExactlyInAnyOrder("a", "b");
        line.assertWorksAgain();
    }

    @Test
    void failsOnlyTheWriterWhoseStatementFails() throws Exception {
        line.makeCareful();
        line.fault(failing("UPDATE", false));
        line.together(
                notes("a"),
                sql -> {
                    notes("b").apply(sql);
                    sql.update("UPDATE ticketing_number SET last_number = 1");
                    return "b";
                },
                notes("c"));

        assertThat(line.answers())
                .satisfiesExactly(
                        answer -> assertThat(answer).isEqualTo("a"),
                        answer -> assertThat(answer).startsWith("StorageException"),
                        answer -> assertThat(answer).isEqualTo("c"));
        assertThat(line.noted()).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void failsEveryWriterWhenOneCannotBeUndone() throws Exception {
        line.makeCareful();
        line.fault(failing("ROLLBACK TO", false));
        line.together(notes("a"), notes("b"), refused("c"), notes("d"));

        // the last one was not in the group yet
        assertThat(line.answers().subList(0, 3)).allMatch(answer -> answer.startsWith("StorageException"));
        assertThat(line.answers().get(3)).isEqualTo("d");
        assertThat(line.noted()).containsExactly("d");
    }

    /** SQLite does so when the disk is full; what came next would be committed by itself. */
    @Test
    void failsEveryWriterWhenSqliteGivesTheTransactionUp() throws Exception {
        line.makeCareful();
        line.together(notes("a"), notes("b"), sql -> {
            sql.update("ROLLBACK");
            throw new IllegalStateException("given up");
        });

        assertThat(line.answers()).allMatch(answer -> answer.startsWith("StorageException"));
        assertThat(line.noted()).isEmpty();
        line.assertWorksAgain();
    }

    @Test
    void bearsAnySavepointCallThatFails() throws Exception {
        line.makeCareful();
        for (String call : List.of("SAVEPOINT", "RELEASE"))
            for (boolean landed : List.of(false, true)) {
                line.forget();
                line.fault(failing(call, landed));
                line.together(notes("a"), notes("b"), notes("c"));
                List<String> acknowledged = line.answers().stream()
                        .filter(answer -> !answer.startsWith("StorageException"))
                        .toList();

                assertThat(line.noted()).as(call + landed).containsExactlyInAnyOrderElementsOf(acknowledged);
                assertThat(acknowledged).as(call + landed).doesNotContain("b");
            }
        line.assertWorksAgain();
    }

    @Test
    void leavesTheLineWhenInterrupted() throws Exception {
        Thread[] waiting = new Thread[1];
        line.whileLedBy(notes("first"), () -> {
            line.ask(() -> {
                waiting[0] = Thread.currentThread();
                assertThatThrownBy(() -> line.transactions().write(notes("a"))).isInstanceOf(ContentionException.class);
                return "interrupted " + Thread.interrupted();
            });
            waiting[0].interrupt();
            while (line.transactions().waiting() > 0) Thread.onSpinWait();
            line.ask(() -> line.transactions().write(notes("b")));
        });

        assertThat(line.answers()).containsExactly("first", "interrupted true", "b");
        assertThat(line.noted()).containsExactlyInAnyOrder("first", "b");
    }

    /** Who has worked cannot go any more: only the commit says what it came to. */
    @Test
    void keepsAnInterruptForAfterTheCommit() throws Exception {
        line.whileLedBy(notes("first"), () -> {
            line.ask(() -> {
                String answer = line.transactions().write(sql -> {
                    Thread.currentThread().interrupt();
                    return notes("a").apply(sql);
                });
                return answer + ", interrupted " + Thread.interrupted();
            });
            line.ask(() -> line.transactions().write(notes("b")));
        });

        assertThat(line.answers()).containsExactly("first", "a, interrupted true", "b");
        assertThat(line.noted()).containsExactlyInAnyOrder("first", "a", "b");
    }

    @Test
    void neverHasMoreWritersInACommitThanItSays() throws Exception {
        line.whileLedBy(notes("first"), () -> {
            for (int i = 0; i < WriteGroups.MOST + 5; i++) {
                String name = "n" + i;
                line.ask(() -> line.transactions().write(notes(name)));
            }
        });

        assertThat(line.answers()).hasSize(WriteGroups.MOST + 6).doesNotHaveDuplicates();
        assertThat(line.noted()).hasSize(WriteGroups.MOST + 6);
        assertThat(line.executed().stream().filter("COMMIT"::equals)).hasSize(2);
    }

    @Test
    void needsOneConnectionOnly() throws Exception {
        line.useOneConnection();

        line.together(notes("a"), notes("b"), refused("c"), notes("d"));

        assertThat(line.noted()).containsExactlyInAnyOrder("a", "b", "d");
    }
}
