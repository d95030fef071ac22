package dev.ticketing.http;

import dev.ticketing.error.InvalidInputException;
import dev.ticketing.error.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says core's violations in the names of {@code /api/v2/desk}. Among several commands core does not say which one broke a rule:
 * it is the one that has the field, or, if several have it, the list of them.
 *
 * @param parts where the commands stand in the body
 */
record DeskPaths(List<Part> parts) {

    private static final WirePaths OF_COMMANDS = new WirePaths(
            Map.of("message", "text", "opening", "text", "entry", "entryId", "cc", "emails", "links", "id!"));
    private static final Pattern FILE = Pattern.compile("attachments(?:\\[([0-9]{1,9})])?(.*)");

    /** Gives the paths of a body whose names are core's. */
    static DeskPaths ofTicket(List<String> fields, Fields json) {
        return new DeskPaths(List.of(new Part("", WirePaths.SAME, fields, uploads(json))));
    }

    /** Gives the paths of a body that is one command. */
    static DeskPaths ofCommand(DeskCommands.Form form, Fields json) {
        return new DeskPaths(List.of(part("", form, json)));
    }

    /** Gives the place of one of several commands. */
    static Part part(String pointer, DeskCommands.Form form, Fields json) {
        return new Part(pointer, OF_COMMANDS, form.fields(), uploads(json));
    }

    void addTo(Faults faults, InvalidInputException refusal) {
        for (Violation violation : refusal.violations()) {
            List<Fault> places = parts.stream()
                    .flatMap(part -> part.find(violation).stream())
                    .toList();
            faults.add(places.size() == 1 ? places.get(0) : onAll(violation));
        }
    }

    private Fault onAll(Violation violation) {
        return new Fault(parts.size() == 1 ? "" : "/commands", violation.rule(), violation.message());
    }

    private static int uploads(Fields json) {
        return json.texts("attachmentIds").size();
    }

    /**
     * A command, or a new ticket, in a body.
     *
     * @param pointer where it stands; empty for the body itself
     * @param names how core's fields are called there
     * @param fields the names that it knows
     * @param uploads how many uploads it names
     */
    record Part(String pointer, WirePaths names, List<String> fields, int uploads) {

        private Optional<Fault> find(Violation violation) {
            Fault fault = fault(violation);
            if (!fields.contains(fault.field())) return Optional.empty();
            return Optional.of(new Fault(pointer + fault.pointer(), fault.rule(), fault.detail()));
        }

        private Fault fault(Violation violation) {
            Matcher file = FILE.matcher(violation.path());
            if (file.matches()) return new Fault(file(file), violation.rule(), violation.message());
            Faults one = new Faults();
            names.addTo(one, new InvalidInputException(List.of(violation)));
            return one.list().get(0);
        }

        /** Core counts files in one list, uploads first; here they stand in two. */
        private String file(Matcher file) {
            if (file.group(1) == null) return uploads > 0 ? "/attachmentIds" : "/outsideFiles";
            int index = Integer.parseInt(file.group(1));
            if (index < uploads) return "/attachmentIds/" + index;
            return "/outsideFiles/" + (index - uploads) + file.group(2).replace('.', '/');
        }
    }
}
