package dev.ticketing.http;

import dev.ticketing.error.InvalidInputException;
import dev.ticketing.error.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says core's violations in the names of {@code /api/v2/desk}. Core counts the files of a message in one list, this surface has
 * two of them; and among several commands core does not say which one broke a rule, so it is the one that has the field.
 *
 * @param parts where the commands stand in the body
 */
record DeskPaths(List<Part> parts) {

    private static final Map<String, String> NAMES =
            Map.of("message", "text", "entry", "entryId", "cc", "emails", "links", "id");
    private static final Pattern FILE = Pattern.compile("attachments\\[([0-9]{1,9})](.*)");

    /**
     * A command in a body.
     *
     * @param pointer where it stands; empty for the body itself
     * @param fields the names that it knows
     * @param uploads how many uploads it names
     */
    record Part(String pointer, List<String> fields, int uploads) {}
}
