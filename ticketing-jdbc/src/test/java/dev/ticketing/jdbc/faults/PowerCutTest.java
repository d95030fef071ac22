package dev.ticketing.jdbc.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ticketing.contract.Campaign;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged survives a power cut, at whatever moment it comes and whatever the disk had not written yet. */
class PowerCutTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void canRecord() {
        if (!RecordedFiles.isPossible()) System.err.println("Power cuts are skipped: they are recorded on Linux only.");
        assumeTrue(RecordedFiles.isPossible());
    }

    @Tag("campaign")
    @Test
    void keepsWhatWasAcknowledged() throws IOException {
        PowerCuts cuts = new PowerCuts(folder);
        CrashStates states = cuts.record("FULL", Campaign.size(60, 400));
        Random random = new Random(Campaign.seed());
        List<String> lost = new ArrayList<>();
        int tried = Campaign.size(40, 2_500);
        for (int i = 0; i < tried; i++) cuts.recover(states, random).ifPresent(lost::add);
        Campaign.report("P4, power cuts on SQLite", tried, lost.size());
        assertThat(lost).isEmpty();
    }

    /** The control: without syncs something must be lost, or the test above says nothing. */
    @Tag("campaign")
    @Test
    void noticesThatNothingIsSynced() throws IOException {
        PowerCuts cuts = new PowerCuts(folder);
        CrashStates states = cuts.record("OFF", Campaign.size(30, 200));
        Random random = new Random(Campaign.seed());
        int tried = Campaign.size(10, 300);
        int lost = 0;
        for (int i = 0; i < tried; i++) if (cuts.recover(states, random).isPresent()) lost++;
        Campaign.report("P4, control with synchronous=OFF, must fail", tried, lost);
        assertThat(lost).isPositive();
    }
}
