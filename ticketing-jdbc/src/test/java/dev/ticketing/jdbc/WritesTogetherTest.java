package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WritesTogetherTest {

    private static final String KEY = Dialect.POSTGRESQL.keyOfLastInserted();

    @Test
    void putsWhatBelongsToANewTicketIntoItsStatement() {
        assertThat(WritesTogether.of(List.of(
                        "BEGIN",
                        "INSERT INTO ticketing_ticket (id) VALUES (?)",
                        "INSERT INTO ticketing_entry VALUES (" + KEY + ", ?)",
                        "INSERT INTO ticketing_event VALUES (" + KEY + ", ?)",
                        "COMMIT")))
                .containsExactly(
                        "BEGIN",
                        "WITH opened AS (INSERT INTO ticketing_ticket (id) VALUES (?) RETURNING ticket_key),\n"
                                + "w1 AS (INSERT INTO ticketing_entry VALUES ((SELECT ticket_key FROM opened), ?)),\n"
                                + "w2 AS (INSERT INTO ticketing_event VALUES ((SELECT ticket_key FROM opened), ?))\n"
                                + "SELECT 1",
                        "COMMIT");
    }

    @Test
    void failsWithTheTicketThatIsNotFound() {
        assertThat(WritesTogether.of(List.of(
                        WritesTogether.findingOne("UPDATE ticketing_ticket SET version = ?"),
                        "INSERT INTO ticketing_entry VALUES (?)")))
                .containsExactly("WITH found AS (UPDATE ticketing_ticket SET version = ? RETURNING 1),\n"
                        + "w1 AS (INSERT INTO ticketing_entry VALUES (?))\nSELECT 1 / count(*) FROM found");
    }

    @Test
    void leavesAloneWhatMaySeeOrChangeWhatAnotherWrites() {
        List<String> others = List.of(
                "UPDATE ticketing_entry SET revision = ?",
                "DELETE FROM ticketing_upload WHERE id = ?",
                "SELECT 1",
                "INSERT INTO ticketing_number VALUES (?) RETURNING last_number");

        assertThat(WritesTogether.of(others)).isEqualTo(others);
    }

    @Test
    void putsNothingTogetherAcrossAnotherStatementOrASecondTicket() {
        String open = "INSERT INTO ticketing_ticket (id) VALUES (?)";
        String entry = "INSERT INTO ticketing_entry VALUES (" + KEY + ")";

        assertThat(WritesTogether.of(List.of(open, open, entry, "UPDATE x SET y = ?", entry)))
                .containsExactly(
                        "WITH opened AS (" + open + " RETURNING ticket_key)\nSELECT 1",
                        "WITH opened AS (" + open + " RETURNING ticket_key),\n"
                                + "w1 AS (INSERT INTO ticketing_entry VALUES ((SELECT ticket_key FROM opened)))\nSELECT 1",
                        "UPDATE x SET y = ?",
                        entry);
    }
}
