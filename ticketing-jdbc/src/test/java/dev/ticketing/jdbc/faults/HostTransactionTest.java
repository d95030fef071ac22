package dev.ticketing.jdbc.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.contract.Campaign;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In a host's transaction, a rollback leaves nothing of ours, and a caught refusal leaves nothing but the host's own rows. */
class HostTransactionTest {

    @Tag("campaign")
    @ParameterizedTest
    @EnumSource
    void leavesNothingWhenTheHostRollsBack(Backend backend) {
        Fixture[] fixture = new Fixture[1];
        try (Prepared prepared = Scene.prepare(backend, fixture)) {
            HostTransactions host = new HostTransactions(prepared, fixture[0], true);
            UseCases.commands().forEach(host::rollsBack);
            UseCases.refusals().forEach(host::rollsBack);
            host.rollsBackAllAtOnce(UseCases.commands());
            report("P23, rolled back on " + backend, host);
            assertThat(host.residues()).isEmpty();
        }
    }

    @Tag("campaign")
    @ParameterizedTest
    @EnumSource
    void leavesOnlyTheHostsRowsWhenItCommitsAfterARefusal(Backend backend) {
        Fixture[] fixture = new Fixture[1];
        try (Prepared prepared = Scene.prepare(backend, fixture)) {
            HostTransactions host = new HostTransactions(prepared, fixture[0], true);
            UseCases.refusals().forEach(host::commitsAfterARefusal);
            UseCases.refusableCommands().forEach(host::commitsAfterAListenersRefusal);
            report("P23, committed after a refusal on " + backend, host);
            assertThat(host.residues()).isEmpty();
        }
    }

    /** The control: without savepoints, refused commands must leave something. */
    @Tag("campaign")
    @ParameterizedTest
    @EnumSource
    void noticesThatThereAreNoSavepoints(Backend backend) {
        Fixture[] fixture = new Fixture[1];
        try (Prepared prepared = Scene.prepare(backend, fixture)) {
            HostTransactions host = new HostTransactions(prepared, fixture[0], false);
            List<UseCase> commands = UseCases.refusableCommands();
            commands.subList(0, Campaign.size(5, commands.size())).forEach(host::commitsAfterAListenersRefusal);
            report("P23, control without savepoints on " + backend + ", must fail", host);
            assertThat(host.residues()).isNotEmpty();
        }
    }

    private static void report(String what, HostTransactions host) {
        Campaign.report(what, host.tried(), host.residues().size());
    }
}
