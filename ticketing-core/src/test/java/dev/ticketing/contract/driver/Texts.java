package dev.ticketing.contract.driver;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The texts on which databases and drivers differ, and the rule that says which of them are taken. */
final class Texts {

    /** A database may cut, fold, trim, normalise or refuse each of these; nothing here may. */
    static final List<String> TABLE = List.of(
            "a\0b",
            "\0",
            "a\ud83d",
            "\udd25b",
            "\udd25\ud83d",
            "bell\u0007",
            "esc\u001b[0m",
            "nel\u0085",
            "del\u007f",
            "astral \ud83d\udd25 \ud835\udd18\ud835\udd2b\ud835\udd26",
            "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d\udc66 family",
            "\u65e5\u672c\u8a9e\u306e\u30c6\u30b9\u30c8",
            "twin",
            "TWIN",
            "Twin",
            "twin ",
            " twin",
            "twin\u00a0",
            "tw\u00edn",
            "twi\u0301n",
            "tw\u0131n",
            "TW\u0130N",
            "stra\u00dfe",
            "strasse",
            "STRASSE",
            "\u00c5ngstr\u00f6m",
            "A\u030angstro\u0308m",
            "\u212bngstr\u00f6m",
            "\ufb01ne \uff26\uff35\uff2c\uff2c",
            "\u202eright to left\u202c \u2067isolate\u2069",
            "\ufeffbom \u200b \ufffd \uffff \u2028",
            "e\u0301\u0302\u0303\u0304 stacked",
            "",
            " ",
            "\t",
            "\u3000\u2003\u200b\ufeff",
            "two\nlines",
            "carriage\rreturn",
            "tab\tbed",
            "\nnewlines around\r\n",
            "'quotes' \"double\" `tick` \\ back % _ -- /* */ ; ? :name $1 ${x} NULL",
            "\\0 \\u0000 \\x00 \\\\",
            "<script>alert(1)</script> {{7*7}} &amp;",
            "0",
            "-1",
            "1e309",
            "null",
            "true");

    /** Long ones, at the limits of subjects, words, ids and messages, in one and in several bytes each. */
    static final List<String> LONG = List.of(
            "s".repeat(255),
            "s".repeat(256),
            "\u00e9".repeat(255),
            "\ud83d\udd25".repeat(255),
            "\ud83d\udd25".repeat(256),
            "w".repeat(64),
            "w".repeat(65),
            "\ud83d\udd25".repeat(64),
            "\ud83d\udd25".repeat(128),
            "long word ".repeat(400),
            "m".repeat(65_535),
            "m".repeat(65_536),
            "\ud83d\udd25".repeat(65_535),
            "\u00e9 ".repeat(20_000));

    private static final Pattern BLANK = Pattern.compile("[\\p{javaWhitespace}\\p{Z}\\p{Cf}]*");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private Texts() {}

    /** The rule for messages and other texts of several lines. */
    static boolean isText(String text, int most) {
        return isLine(text.replaceAll("[\\n\\r\\t]", " "), most);
    }

    /** The rule for headlines and words. */
    static boolean isLine(String text, int most) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return !BLANK.matcher(text).matches()
                && text.codePointCount(0, text.length()) <= most
                && !CONTROL.matcher(text).find()
                && new String(bytes, StandardCharsets.UTF_8).equals(text);
    }

    /** Shows a text so that nothing in it is invisible, and what is long short. */
    static String shown(Object value) {
        String text = String.valueOf(value);
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int run = i;
            while (run + 1 < text.length() && text.charAt(run + 1) == c) run++;
            String one = c >= ' ' && c < 127 || c == '\n' ? String.valueOf(c) : String.format("\\u%04x", (int) c);
            if (run - i < 40) {
                shown.append(one);
            } else {
                shown.append(one).append("{").append(run - i + 1).append("}");
                i = run;
            }
        }
        return shown.toString();
    }
}
