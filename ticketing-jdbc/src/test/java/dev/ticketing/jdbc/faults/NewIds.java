package dev.ticketing.jdbc.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids that a use case took, numbered in their order: a decision that is made twice takes more of them. */
final class NewIds {

    private static final Pattern ID =
            Pattern.compile("((?:tkt|tmsg|tatt|evt|satt)_|blob_key=)([0-9a-hjkmnp-tv-z]{26})");
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

    private final Map<String, String> numbered = new TreeMap<>();

    private NewIds() {}

    static NewIds in(Map<String, List<String>> tables) {
        TreeSet<Long> counted = new TreeSet<>();
        Map<String, Long> ids = new TreeMap<>();
        for (List<String> rows : tables.values())
            for (String row : rows)
                for (Matcher found = ID.matcher(row); found.find(); ) {
                    long count = count(found.group(2));
                    if (count <= Fixture.Later.TAKEN) continue;
                    counted.add(count);
                    ids.put(found.group(2), count);
                }
        NewIds all = new NewIds();
        List<Long> order = List.copyOf(counted);
        ids.forEach((id, count) -> all.numbered.put(id, "new" + order.indexOf(count)));
        return all;
    }

    Map<String, List<String>> replaced(Map<String, List<String>> tables) {
        Map<String, List<String>> replaced = new TreeMap<>();
        tables.forEach((table, rows) -> {
            List<String> others = new ArrayList<>();
            for (String row : rows)
                others.add(ID.matcher(row)
                        .replaceAll(found -> found.group(1) + numbered.getOrDefault(found.group(2), found.group(2))));
            Collections.sort(others);
            replaced.put(table, others);
        });
        return replaced;
    }

    /** What {@link dev.ticketing.contract.CountingIds} counted; random ids of other sources are no small numbers. */
    private static long count(String id) {
        long count = 0;
        for (char letter : id.substring(id.length() - 12).toCharArray()) count = count * 32 + LETTERS.indexOf(letter);
        return count > 1_000_000 ? 0 : count;
    }
}
