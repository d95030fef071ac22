package dev.ticketing.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code If-Match} header: only if the ticket is at one of these versions. Tags that are not ours, and weak ones, match
 * nothing, as the strong comparison of RFC 9110 has it.
 */
final class IfMatch {

    static final String HEADER = "If-Match";

    // possessive: a group that may be tried again takes stack for every tag, and clients decide how many there are
    private static final String TAG = "(?:W/)?+\"[\\x21\\x23-\\x7e\\x80-\\xff]*+\"";
    private static final Pattern LIST = Pattern.compile(TAG + "(?:[ \\t]*+,[ \\t]*+" + TAG + ")*+");
    private static final Pattern VERSION = Pattern.compile("(?<!W/)\"v([0-9]{1,18})\"");
    private static final long NONE = 0;

    private IfMatch() {}

    /**
     * Gives the version that the ticket must be at.
     *
     * @param current the version that it is at; asked only if several would do
     * @return empty if any will do; a version that no ticket has if none will
     */
    static Optional<Long> version(HttpServletRequest request, Faults faults, LongSupplier current) {
        List<String> lines = Collections.list(request.getHeaders(HEADER));
        if (lines.isEmpty()) return Optional.empty();
        String value = String.join(",", lines).strip();
        if (value.equals("*")) return Optional.empty();
        if (!LIST.matcher(value).matches()) {
            faults.invalid("/" + HEADER, "must be * or a list of entity tags");
            return Optional.empty();
        }
        List<Long> versions = new ArrayList<>();
        for (Matcher tags = VERSION.matcher(value); tags.find(); ) versions.add(Long.parseLong(tags.group(1)));
        if (versions.size() < 2) return Optional.of(versions.isEmpty() ? NONE : versions.get(0));
        long now = current.getAsLong();
        // what is at this version now must still be when the command commits
        return Optional.of(versions.contains(now) ? now : versions.get(0));
    }
}
