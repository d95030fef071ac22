package dev.ticketing.contract.driver;

/**
 * Where two that should be the same are not.
 *
 * @param at the index of the step; the number of steps if only the state at the end differs
 * @param name whose answer is another
 * @param expected what it should be
 * @param actual what it is
 */
public record Difference(int at, String name, String expected, String actual) {

    private static final int AROUND = 300;

    /** Shows both from a little before where they part. @return two lines */
    @Override
    public String toString() {
        int same = 0;
        int shorter = Math.min(expected.length(), actual.length());
        while (same < shorter && expected.charAt(same) == actual.charAt(same)) same++;
        return "expected: " + around(expected, same) + "\n" + name + " gave: " + around(actual, same);
    }

    private static String around(String text, int place) {
        int from = Math.max(0, place - AROUND);
        int to = Math.min(text.length(), place + AROUND);
        return (from > 0 ? "…" : "") + Texts.shown(text.substring(from, to)) + (to < text.length() ? "…" : "");
    }
}
