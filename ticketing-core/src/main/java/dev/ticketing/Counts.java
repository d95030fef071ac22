package dev.ticketing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How many tickets a caller may see, by status, priority and category. Immutable.
 *
 * @param rows one for each combination that has tickets
 */
public record Counts(List<Row> rows) {

    /**
     * One combination.
     *
     * @param status the status
     * @param priority the priority
     * @param category the category
     * @param tickets how many share them
     */
    public record Row(Status status, Priority priority, String category, long tickets) {}

    /**
     * Counts all.
     *
     * @return how many there are
     */
    public long total() {
        return total(row -> true);
    }

    /**
     * Counts some.
     *
     * @param which the combinations that count
     * @return how many there are
     */
    public long total(Predicate<Row> which) {
        return rows.stream().filter(which).mapToLong(Row::tickets).sum();
    }

    /**
     * Counts by status.
     *
     * @return by the keys of the statuses that have tickets
     */
    public Map<String, Long> byStatus() {
        Map<String, Long> counts = new TreeMap<>();
        for (Row row : rows) counts.merge(row.status().key().value(), row.tickets(), Long::sum);
        return counts;
    }
}
