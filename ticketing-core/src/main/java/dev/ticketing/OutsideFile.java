package dev.ticketing;

/**
 * A file that somebody else holds, given by its https address. Ticketing stores the address as it is and never opens it.
 *
 * @param filename the name to show
 * @param url an absolute {@code https} address; checked when the command runs
 * @param size the size in bytes as the giver states it; 0 or more
 * @param type the MIME type as the giver states it
 */
public record OutsideFile(String filename, String url, long size, String type) implements FileRef {

    /** Checks that everything is there; the rest is checked when the command runs. */
    public OutsideFile {
        Words.required(filename, "filename");
        Words.required(url, "url");
        Words.required(type, "type");
    }
}
