package dev.ticketing.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lets rows of several kinds be one result: the columns of a kind go into places of their types, the other places are null. */
final class Slots {

    private static final String NULL = "NULL";

    private final List<Column> places;

    /** Makes places for the kind that has the most columns of each type. */
    Slots(List<Column> places) {
        this.places = places;
    }

    /** What to select for one kind of rows, and the columns, from 0, in which its values then are. */
    record Fit(String selected, int[] places) {}

    Fit fit(List<Column> columns) {
        List<String> selected = new ArrayList<>(Collections.nCopies(places.size(), NULL));
        int[] found = new int[columns.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = free(selected, columns.get(i).type());
            selected.set(found[i], columns.get(i).name());
        }
        return new Fit(String.join(", ", selected), found);
    }

    private int free(List<String> selected, Column.Type type) {
        for (int i = 0; i < selected.size(); i++)
            if (places.get(i).type() == type && selected.get(i).equals(NULL)) return i;
        throw new IllegalStateException("no place is left");
    }
}
