package dev.ticketing.jdbc.faults;

import java.util.Arrays;
import java.util.Optional;

/** Something that was acknowledged: a ticket has an entry with these words, and perhaps a file on it. */
record Done(String ticket, String words, Optional<FileSum> file) {

    /** What tells one file's content from another's. */
    record FileSum(int size, int hash) {

        static FileSum of(byte[] content) {
            return new FileSum(content.length, Arrays.hashCode(content));
        }
    }

    static Done of(String ticket, String words) {
        return new Done(ticket, words, Optional.empty());
    }

    static Done withFile(String ticket, String words, byte[] content) {
        return new Done(ticket, words, Optional.of(FileSum.of(content)));
    }

    /** For a pipe between processes. */
    String line() {
        return ticket + "\t" + words
                + file.map(sum -> "\t" + sum.size() + "\t" + sum.hash()).orElse("");
    }

    static Done of(String line) {
        String[] part = line.split("\t");
        if (part.length == 2) return of(part[0], part[1]);
        return new Done(
                part[0], part[1], Optional.of(new FileSum(Integer.parseInt(part[2]), Integer.parseInt(part[3]))));
    }
}
