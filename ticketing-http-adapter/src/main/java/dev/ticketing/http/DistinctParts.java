package dev.ticketing.http;

import java.util.List;

/** Joins texts of clients so that other texts never join to the same: each with its length, so that none can pretend to be two. */
final class DistinctParts {

    private static final int USUAL_LENGTH = 80;

    private DistinctParts() {}

    static String joined(List<String> parts) {
        StringBuilder text = new StringBuilder(USUAL_LENGTH);
        for (String part : parts) text.append(part.length()).append(':').append(part);
        return text.toString();
    }
}
