package dev.ticketing.http;

import static dev.ticketing.http.DeskFields.needed;
import static dev.ticketing.http.DeskFields.neededText;
import static dev.ticketing.http.DeskFields.neededTexts;

import dev.ticketing.AgentId;
import dev.ticketing.Audience;
import dev.ticketing.Command;
import dev.ticketing.EntryId;
import dev.ticketing.Priority;
import dev.ticketing.StatusKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** How each command stands in JSON: its name, its fields, what becomes of them. A test finds every command here. */
final class DeskCommands {

    private static final Map<String, Audience> AUDIENCES = Map.of("portal", Audience.PORTAL, "desk", Audience.DESK);
    private static final Map<String, Form> FORMS = new LinkedHashMap<>();

    static {
        on("reply", DeskCommands::reply, "text", "attachmentIds", "outsideFiles", "status", "encrypted");
        on("note", DeskCommands::note, "text", "attachmentIds", "outsideFiles");
        on("edit", DeskCommands::edit, "entryId", "text");
        on("edit_opening", json -> neededText(json, "text").map(Command.EditOpening::new), "text");
        on("assign", json -> needed(json, "agent", AgentId::of).map(Command.Assign::new), "agent");
        on("take", json -> Optional.of(new Command.Take()));
        on("release", json -> Optional.of(new Command.Release()));
        on("move", json -> needed(json, "status", StatusKey::of).map(Command.Move::new), "status");
        on("resolve", json -> Optional.of(new Command.Resolve(json.text("resolution"))), "resolution");
        on("conclude", DeskCommands::conclude, "resolution");
        on("close", json -> Optional.of(new Command.Close()));
        on("reopen", json -> Optional.of(new Command.Reopen()));
        on("transfer", json -> neededText(json, "department").map(Command.Transfer::new), "department");
        on("prioritise", DeskCommands::prioritise, "priority");
        on("categorise", json -> neededText(json, "category").map(Command.Categorise::new), "category");
        on("retitle", json -> neededText(json, "subject").map(Command.Retitle::new), "subject");
        on("tag", json -> tags(json, Command.Tag::new), "tags", "audience");
        on("untag", json -> tags(json, Command.Untag::new), "tags", "audience");
        on("retag", json -> neededTexts(json, "tags").map(Command.Retag::new), "tags");
        on("link", json -> DeskFields.link(json).map(Command.AddLink::new), "type", "id");
        on("unlink", json -> DeskFields.link(json).map(Command.Unlink::new), "type", "id");
        on("cc", json -> neededTexts(json, "emails").map(Command.Cc::new), "emails");
        on("uncc", json -> neededTexts(json, "emails").map(Command.Uncc::new), "emails");
        on("attach", json -> Optional.of(new Command.Attach(DeskFields.files(json))), "attachmentIds", "outsideFiles");
    }

    private DeskCommands() {}

    /**
     * One command in JSON.
     *
     * @param fields the names that it knows
     * @param reader makes the command; empty after a fault
     */
    record Form(List<String> fields, Function<Fields, ? extends Optional<? extends Command>> reader) {

        /** Reads the command and refuses, by name, what is neither its field nor one of the others. */
        Optional<Command> read(Fields json, String... others) {
            json.only(Stream.concat(fields.stream(), Stream.of(others)).toArray(String[]::new));
            return reader.apply(json).map(command -> command);
        }
    }

    /** Gives every command by its name. */
    static Map<String, Form> forms() {
        return Collections.unmodifiableMap(FORMS);
    }

    /** Gives a command that is known to be there. */
    static Form form(String name) {
        return Objects.requireNonNull(FORMS.get(name), name);
    }

    private static Optional<Command> reply(Fields json) {
        boolean encrypted = json.flag("encrypted").orElse(false);
        Optional<StatusKey> status = json.as("status", StatusKey::of);
        return DeskFields.message(json)
                .map(draft -> encrypted ? draft.markedEncrypted() : draft)
                .map(draft -> status.map(draft::thenStatus).orElse(draft))
                .map(Command.Reply::new);
    }

    private static Optional<Command> note(Fields json) {
        return DeskFields.message(json).map(Command.AddNote::new);
    }

    private static Optional<Command> edit(Fields json) {
        Optional<EntryId> entry = needed(json, "entryId", EntryId::of);
        Optional<String> text = neededText(json, "text");
        return entry.flatMap(id -> text.map(words -> new Command.Edit(id, words)));
    }

    /** Taking a resolution back is said with null, so that a forgotten field does not do it. */
    private static Optional<Command> conclude(Fields json) {
        if (json.isNull("resolution")) return Optional.of(new Command.Conclude(Optional.empty()));
        return neededText(json, "resolution").map(words -> new Command.Conclude(Optional.of(words)));
    }

    private static Optional<Command> prioritise(Fields json) {
        Optional<Priority> priority = json.oneOf("priority", Priorities.ALL);
        if (priority.isEmpty()) json.missing("priority");
        return priority.map(Command.Prioritise::new);
    }

    private static Optional<Command> tags(Fields json, BiFunction<Audience, List<String>, Command> make) {
        Audience audience = json.oneOf("audience", AUDIENCES).orElse(Audience.PORTAL);
        return neededTexts(json, "tags").map(tags -> make.apply(audience, tags));
    }

    private static void on(
            String name, Function<Fields, ? extends Optional<? extends Command>> reader, String... fields) {
        FORMS.put(name, new Form(List.of(fields), reader));
    }
}
