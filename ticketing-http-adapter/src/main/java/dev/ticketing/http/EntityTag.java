package dev.ticketing.http;

/** The tag of a ticket's version: {@code "v7"}. */
final class EntityTag {

    static final String HEADER = "ETag";

    private EntityTag() {}

    static String of(long version) {
        return "\"v" + version + "\"";
    }
}
