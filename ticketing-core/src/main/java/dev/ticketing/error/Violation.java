package dev.ticketing.error;

/**
 * One broken rule of one input.
 *
 * @param path the input in core's words, for example {@code subject} or {@code tags[3]}
 * @param rule the kind of rule that it breaks
 * @param message what would work, for people; never repeats the input
 */
public record Violation(String path, Rule rule, String message) {

    /** The kinds of rules. */
    public enum Rule {
        /** The input must be there and not be blank. */
        REQUIRED,
        /** The input is not of the allowed form or values. */
        INVALID,
        /** The text has more code points than allowed. */
        TOO_LONG,
        /** The list or the ticket has more elements than allowed. */
        TOO_MANY,
        /** The input names something that does not exist or is not the caller's; the two cannot be told apart. */
        UNKNOWN
    }

    /**
     * Gives the field at the root of the path.
     *
     * @return for example {@code tags} for {@code tags[3]}
     */
    public String field() {
        int end = 0;
        while (end < path.length() && path.charAt(end) != '[' && path.charAt(end) != '.') end++;
        return path.substring(0, end);
    }
}
