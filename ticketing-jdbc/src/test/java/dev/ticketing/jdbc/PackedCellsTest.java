package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What SQLite packs comes out as it went in. */
class PackedCellsTest {

    @RegisterExtension
    final Databases databases = new Databases();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "plain",
                "\"",
                "\\",
                "\\\"",
                "\\\\\"\",]",
                "a\nb\tc\rd\be\ff",
                "null",
                "17",
                "[1,\"x\"]",
                "\u0001\u001f\u007f\u0085\u2028",
                "Grüße, İstanbul, 票務, \uD83D\uDE00",
                "end\\"
            })
    void givesTextsBackAsTheyAre(String text) throws SQLException {
        for (Object other : List.of("x\\y", 5L)) {
            Cells cells = packed(text, other, text);
            assertThat(cells.text(0)).isEqualTo(text);
            assertThat(other instanceof Long ? cells.number(1) : cells.text(1)).isEqualTo(other);
            assertThat(cells.text(2)).isEqualTo(text);
        }
    }

    @Test
    void givesNumbersAndNullsBackAsTheyAre() throws SQLException {
        Cells cells = packed(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE, null);

        assertThat(cells.number(0)).isEqualTo(0);
        assertThat(cells.number(1)).isEqualTo(-1);
        assertThat(cells.number(2)).isEqualTo(Long.MAX_VALUE);
        assertThat(cells.number(3)).isEqualTo(Long.MIN_VALUE);
        assertThat(cells.number(4)).isNull();
        assertThat(cells.text(4)).isNull();
        assertThat(cells.whole(4)).isZero();
        assertThatThrownBy(() -> cells.string(4)).isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "[1", "[\"x]", "[1]2", "[1.5]", "[x]", "{}", "[\"\\q\"]", "[\"\\u12\"]", "[1,]"})
    void refusesWhatIsNoPackedRow(String row) {
        assertThatThrownBy(() -> PackedCells.of(row)).isInstanceOf(SQLException.class);
    }

    private Cells packed(Object... values) throws SQLException {
        String pack = "SELECT json_array(" + TicketTable.placeholders(values.length) + ")";
        try (Connection connection = databases.migrated().getConnection();
                PreparedStatement statement = connection.prepareStatement(pack)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return PackedCells.of(row.getString(1));
            }
        }
    }
}
