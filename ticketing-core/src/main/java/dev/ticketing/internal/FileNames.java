package dev.ticketing.internal;

import java.util.Locale;
import java.util.Optional;

/**
 * Makes a file's name harmless before anything is decided by it: no path, no control, format or surrogate characters, one
 * line, at most 255 code points. A name stays data; it decides neither a path nor a type.
 */
final class FileNames {

    private static final int MAX_NAME = 255;
    private static final int MAX_EXTENSION = 16;
    private static final String NAMELESS = "file";

    private FileNames() {}

    static String safe(String given) {
        StringBuilder name = new StringBuilder();
        lastSegment(given)
                .codePoints()
                .filter(FileNames::isHarmless)
                .limit(MAX_NAME)
                .forEach(name::appendCodePoint);
        String safe = name.toString().strip();
        while (safe.startsWith(".")) safe = safe.substring(1);
        return safe.isBlank() ? NAMELESS : safe;
    }

    static Optional<String> extension(String name) {
        int dot = name.lastIndexOf('.');
        if (dot <= 0 || dot == name.length() - 1 || name.length() - dot - 1 > MAX_EXTENSION) return Optional.empty();
        String extension = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        boolean plain = extension.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
        return plain ? Optional.of(extension) : Optional.empty();
    }

    /** Makes a host's own words fit on one stored line. */
    static String line(String given) {
        StringBuilder line = new StringBuilder();
        given.codePoints().filter(FileNames::isHarmless).limit(MAX_NAME).forEach(line::appendCodePoint);
        return line.toString();
    }

    private static String lastSegment(String given) {
        int slash = Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\'));
        return given.substring(slash + 1);
    }

    private static boolean isHarmless(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.PRIVATE_USE
                && type != Character.UNASSIGNED
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
