package dev.ticketing;

/** Checks of host-given words; a broken one is the host programmer's mistake. */
final class Words {

    private static final int MAX_ID = 255;

    private Words() {}

    static void requireId(String value, String name) {
        if (value == null) throw new NullPointerException(name + " == null");
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
