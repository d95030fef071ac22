package dev.ticketing.jdbc;

import java.util.List;

/**
 * A column to select.
 *
 * @param name how a statement calls it
 * @param type what it holds
 */
record Column(String name, Type type) {

    /** What our columns hold, but for contents of files. */
    enum Type {
        TEXT,
        NUMBER
    }

    static Column text(String name) {
        return new Column(name, Type.TEXT);
    }

    static Column number(String name) {
        return new Column(name, Type.NUMBER);
    }

    static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
