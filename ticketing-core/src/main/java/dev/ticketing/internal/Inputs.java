package dev.ticketing.internal;

import dev.ticketing.error.InvalidInputException;
import dev.ticketing.error.Violation;
import dev.ticketing.error.Violation.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Checks what people supply, once, at core's edge, and collects every broken rule. Text that passes is well-formed UTF-16
 * without NUL and without control characters other than a message's line breaks and tabs, so that every database gives the
 * same verdict and the same bytes back.
 */
final class Inputs {

    private static final int MAX_ID = 255;
    private static final int MAX_WORD = 64;
    private static final int MAX_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;:\\\\()\\[\\]]+@[^\\s@<>\",;:\\\\()\\[\\]]+");

    private final List<Violation> violations = new ArrayList<>();

    /** Checks one line of text that must be there. */
    void line(String path, String text, int maxCodePoints) {
        check(path, text, maxCodePoints, false);
    }

    /** Checks a text of several lines that must be there. */
    void text(String path, String text, int maxCodePoints) {
        check(path, text, maxCodePoints, true);
    }

    /** Checks a short word such as a tag. */
    void word(String path, String text) {
        check(path, text, MAX_WORD, false);
    }

    /** Checks an id of the host's, which has at most 255 characters however many code points these are. */
    void id(String path, String text) {
        int before = violations.size();
        check(path, text, MAX_ID, false);
        if (violations.size() == before && text.length() > MAX_ID)
            broken(path, Rule.TOO_LONG, "must have at most " + MAX_ID + " characters");
    }

    /** Checks an address for its form; whether it exists is nobody's to say. */
    void email(String path, String text) {
        int before = violations.size();
        check(path, text, MAX_EMAIL, false);
        if (violations.size() == before && !EMAIL.matcher(text).matches())
            broken(path, Rule.INVALID, "must be an email address");
    }

    /** Checks a number of elements. */
    void count(String path, long elements, long most) {
        if (elements > most) broken(path, Rule.TOO_MANY, "must not be more than " + most);
    }

    /** Notes a broken rule. */
    void broken(String path, Rule rule, String message) {
        violations.add(new Violation(path, rule, message));
    }

    /** Says whether any rule is broken so far. */
    boolean anyBroken() {
        return !violations.isEmpty();
    }

    /** Refuses everything if any rule is broken. */
    void refuseIfBroken() {
        if (anyBroken()) throw new InvalidInputException(violations);
    }

    private void check(String path, String text, int maxCodePoints, boolean severalLines) {
        if (text == null) throw new NullPointerException(path + " == null");
        if (isBlank(text)) {
            broken(path, Rule.REQUIRED, "must not be blank");
        } else if (text.codePointCount(0, text.length()) > maxCodePoints) {
            broken(path, Rule.TOO_LONG, "must have at most " + maxCodePoints + " characters");
        } else if (!isClean(text, severalLines)) {
            broken(path, Rule.INVALID, "must be well-formed text without control characters");
        }
    }

    /** Spaces of every kind and characters that nobody sees do not make a text. */
    private static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT);
    }

    private static boolean isClean(String text, boolean severalLines) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && !(severalLines && (c == '\n' || c == '\r' || c == '\t'))) return false;
            if (!Character.isSurrogate(c)) continue;
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!pair) return false;
            i++;
        }
        return true;
    }
}
