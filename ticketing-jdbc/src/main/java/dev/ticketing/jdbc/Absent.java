package dev.ticketing.jdbc;

import java.sql.Types;
import java.util.Optional;

/**
 * A null among the values of a statement, which says what would be there. PostgreSQL's driver prepares a statement anew when the type
 * of a value is another than at its last use, and the server plans it anew; a null by itself has no type.
 */
enum Absent {
    TEXT(Types.VARCHAR),
    NUMBER(Types.BIGINT);

    private final int type;

    Absent(int type) {
        this.type = type;
    }

    /** Gives what to bind for a text that may be missing. */
    static Object textOr(Optional<String> text) {
        return text.isPresent() ? text.get() : TEXT;
    }

    /** One of {@link Types}. */
    int type() {
        return type;
    }
}
