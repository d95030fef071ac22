package dev.ticketing.jdbc;

import dev.ticketing.TenantId;
import dev.ticketing.TicketId;
import dev.ticketing.spi.Text;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How a ticket stands in its row: one column for each field of core's list, and for a text one more with its revision. */
final class TicketColumns {

    /** All columns but the key, in the order of {@link #values}. */
    static final List<Column> COLUMNS = columns();

    static final List<String> NAMES = Column.names(COLUMNS);

    private static final TicketField<?>[] FIELDS = TicketField.all().toArray(new TicketField<?>[0]);

    private TicketColumns() {}

    static List<Object> values(TicketState state) {
        List<Object> values = new ArrayList<>(NAMES.size());
        values.add(state.tenant().value());
        values.add(state.id().value());
        for (TicketField<?> field : TicketField.all()) addValues(state, field, values);
        return values;
    }

    /** Reads a row that was selected with {@link #NAMES} from its first column on. */
    static TicketState state(Cells row) throws SQLException {
        TicketState.Builder state =
                TicketState.empty(new TenantId(row.string(0)), new TicketId(row.string(1))).toBuilder();
        int place = 2;
        for (TicketField<?> field : FIELDS) {
            set(state, field, row, place);
            place += width(field);
        }
        return state.build();
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(Column.text("tenant"), Column.text("id")));
        for (TicketField<?> field : TicketField.all()) {
            switch (field.form()) {
                case WORD -> columns.add(Column.text(field.name()));
                case NUMBER, MOMENT -> columns.add(Column.number(field.name()));
                case TEXT -> {
                    columns.add(Column.text(field.name()));
                    columns.add(Column.number(field.name() + "_revision"));
                }
            }
        }
        return List.copyOf(columns);
    }

    private static int width(TicketField<?> field) {
        return field.form() == TicketField.Form.TEXT ? 2 : 1;
    }

    private static <T> void addValues(TicketState state, TicketField<T> field, List<Object> values) {
        T value = state.orNull(field);
        if (field.form() == TicketField.Form.TEXT) {
            values.add(value == null ? Absent.TEXT : ((Text) value).value());
            values.add(value == null ? Absent.NUMBER : (Object) ((Text) value).revision());
        } else if (value == null) {
            values.add(field.form() == TicketField.Form.WORD ? Absent.TEXT : Absent.NUMBER);
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
    private static <T> void set(TicketState.Builder state, TicketField<T> field, Cells row, int place)
            throws SQLException {
        Object value = switch (field.form()) {
            case WORD -> {
                String word = row.text(place);
                yield word == null ? null : field.decode(word);
            }
            case NUMBER -> row.number(place);
            case MOMENT -> {
                Long millis = row.number(place);
                yield millis == null ? null : Instant.ofEpochMilli(millis);
            }
            case TEXT -> {
                String words = row.text(place);
                yield words == null ? null : new Text(row.whole(place + 1), words);
            }
        };
        if (value != null) state.with(field, (T) value);
    }
}
