package dev.ticketing.jdbc;

import dev.ticketing.TenantId;
import dev.ticketing.TicketId;
import dev.ticketing.spi.Text;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a ticket stands in its row: one column for each field of core's list, and for a text one more with its revision. */
final class TicketColumns {

    /** All columns but the key, in the order of {@link #values}. */
    static final List<String> NAMES = names();

    private TicketColumns() {}

    static List<@Nullable Object> values(TicketState state) {
        List<@Nullable Object> values = new ArrayList<>(NAMES.size());
        values.add(state.tenant().value());
        values.add(state.id().value());
        for (TicketField<?> field : TicketField.all()) addValues(state, field, values);
        return values;
    }

    /** Reads a row that was selected with {@link #NAMES} from its first column on. */
    static TicketState state(ResultSet row) throws SQLException {
        TicketState.Builder state =
                TicketState.empty(new TenantId(text(row, 1)), new TicketId(text(row, 2))).toBuilder();
        int column = 3;
        for (TicketField<?> field : TicketField.all()) {
            set(state, field, row, column);
            column += width(field);
        }
        return state.build();
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of("tenant", "id"));
        for (TicketField<?> field : TicketField.all()) {
            names.add(field.name());
            if (field.form() == TicketField.Form.TEXT) names.add(field.name() + "_revision");
        }
        return List.copyOf(names);
    }

    private static int width(TicketField<?> field) {
        return field.form() == TicketField.Form.TEXT ? 2 : 1;
    }

    private static <T> void addValues(TicketState state, TicketField<T> field, List<@Nullable Object> values) {
        T value = state.orNull(field);
        if (field.form() == TicketField.Form.TEXT) {
            values.add(value == null ? null : ((Text) value).value());
            values.add(value == null ? null : ((Text) value).revision());
        } else if (value == null) {
            values.add(null);
        } else {
            values.add(
                    switch (field.form()) {
                        case NUMBER -> value;
                        case MOMENT -> ((Instant) value).toEpochMilli();
                        case WORD, TEXT -> field.encode(value);
                    });
        }
    }

    @SuppressWarnings("unchecked") // the form of a field says the type of its values
    private static <T> void set(TicketState.Builder state, TicketField<T> field, ResultSet row, int column)
            throws SQLException {
        Object value = switch (field.form()) {
            case WORD -> {
                String word = row.getString(column);
                yield word == null ? null : field.decode(word);
            }
            case NUMBER -> number(row, column);
            case MOMENT -> {
                Long millis = number(row, column);
                yield millis == null ? null : Instant.ofEpochMilli(millis);
            }
            case TEXT -> {
                String words = row.getString(column);
                yield words == null ? null : new Text(row.getLong(column + 1), words);
            }
        };
        if (value != null) state.with(field, (T) value);
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : (Long) number;
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }
}
