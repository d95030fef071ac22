package dev.ticketing;

import org.jspecify.annotations.Nullable;

/** Checks of host-given words; a broken one is the host programmer's mistake. */
final class Words {

    private static final int MAX_ID = 255;

    private Words() {}

    /** Checks what a host's programmer hands over; the name says what was forgotten. */
    static <T> T required(@Nullable T value, String name) {
        // the message is made only when it is needed: records check themselves whenever a row is read
        if (value == null) throw new NullPointerException(name + " == null");
        return value;
    }

    static void requireId(String value, String name) {
        required(value, name);
        if (value.isBlank() || value.length() > MAX_ID || !wellFormed(value))
            throw new IllegalArgumentException(
                    name + " must have 1 to " + MAX_ID + " characters, none of them a control character");
    }

    static boolean wellFormed(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c)) return false;
            if (!Character.isSurrogate(c)) continue;
            if (Character.isLowSurrogate(c)
                    || i + 1 == value.length()
                    || !Character.isLowSurrogate(value.charAt(i + 1))) return false;
            i++;
        }
        return true;
    }
}
