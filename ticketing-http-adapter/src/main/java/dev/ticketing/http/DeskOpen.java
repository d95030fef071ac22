package dev.ticketing.http;

import static dev.ticketing.http.DeskFields.needed;

import dev.ticketing.ExternalId;
import dev.ticketing.LinkRef;
import dev.ticketing.Requester;
import dev.ticketing.TicketDraft;
import java.util.List;
import java.util.Optional;

/** {@code POST /api/v2/desk/tickets}: opens a ticket for a requester, whom only staff may name. */
final class DeskOpen {

    private static final List<String> FIELDS = List.of(
            "requester",
            "subject",
            "message",
            "priority",
            "category",
            "department",
            "channel",
            "externalId",
            "criticalReason",
            "aiSummary",
            "aiHelpful",
            "tags",
            "cc",
            "links",
            "attachmentIds",
            "outsideFiles");

    private DeskOpen() {}

    static Reply handle(Exchange exchange) {
        DeskWrite write = DeskWrite.of(exchange);
        Fields json = write.json();
        json.only(FIELDS.toArray(String[]::new));
        Optional<Requester> requester = requester(json);
        TicketDraft draft = draft(json);
        Requester customer =
                requester.orElseThrow(() -> Refused.fields(write.faults().list()));
        DeskPaths paths = DeskPaths.ofTicket(FIELDS, json);
        return write.open(paths, DeskAnswers.newTicket(exchange), desk -> desk.open(customer, draft));
    }

    private static Optional<Requester> requester(Fields json) {
        Optional<Fields> given = json.object("requester");
        if (given.isEmpty()) json.missing("requester");
        return given.flatMap(DeskOpen::identity);
    }

    private static Optional<Requester> identity(Fields json) {
        json.only("id", "account", "name", "email");
        Optional<Requester> identified = needed(json, "id", Requester::of);
        if (identified.isEmpty()) return identified;
        Requester requester = identified.get();
        requester = json.as("account", requester::account).orElse(requester);
        requester = json.as("name", requester::name).orElse(requester);
        return Optional.of(json.as("email", requester::email).orElse(requester));
    }

    private static TicketDraft draft(Fields json) {
        TicketDraft draft = TicketDraft.of(json.required("subject"), json.required("message"));
        draft = json.oneOf("priority", Priorities.ALL).map(draft::priority).orElse(draft);
        draft = json.text("category").map(draft::category).orElse(draft);
        draft = json.text("department").map(draft::department).orElse(draft);
        draft = json.text("channel").map(draft::channel).orElse(draft);
        draft = json.as("externalId", ExternalId::of)
                .map(ExternalId::value)
                .map(draft::externalId)
                .orElse(draft);
        draft = json.text("criticalReason").map(draft::criticalReason).orElse(draft);
        draft = json.text("aiSummary").map(draft::aiSummary).orElse(draft);
        draft = json.flag("aiHelpful").map(draft::aiHelpful).orElse(draft);
        for (String tag : json.texts("tags")) draft = draft.tag(tag);
        for (String email : json.texts("cc")) draft = draft.cc(email);
        for (Fields element : json.objects("links")) {
            element.only("type", "id");
            Optional<LinkRef> link = DeskFields.link(element);
            if (link.isPresent())
                draft = draft.link(link.get().type(), link.get().id());
        }
        return draft.files(DeskFields.files(json));
    }
}
