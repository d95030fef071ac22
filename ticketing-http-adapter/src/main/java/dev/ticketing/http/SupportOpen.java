package dev.ticketing.http;

import dev.ticketing.LinkRef;
import dev.ticketing.Priority;
import dev.ticketing.Requester;
import dev.ticketing.Settings;
import dev.ticketing.TicketDraft;
import dev.ticketing.UploadId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code POST /api/v2/support/tickets}. */
final class SupportOpen {

    private static final String GENERAL = "general";
    private static final String OTHER = "other";
    private static final Map<String, String> SERVICE_TYPES = serviceTypes();
    private static final WirePaths PATHS = new WirePaths(Map.of(
            "department", "departmentSlug",
            "cc", "ccEmails",
            "attachments", "attachmentIds",
            "links", "context/serviceId!"));

    private SupportOpen() {}

    static Reply handle(Exchange exchange) {
        if (!(exchange.caller() instanceof Requester requester))
            throw Refused.because(
                    Refused.Reason.NOT_ALLOWED, "Only requesters open tickets here; staff open them at the desk.");
        byte[] bytes = RequestBody.required(exchange.request());
        Faults faults = new Faults();
        TicketDraft draft = draft(exchange, Fields.of(bytes, faults));
        SupportBody body = SupportBody.of(exchange);
        return new Writing(exchange, bytes, faults, PATHS)
                .asRequester(
                        requester,
                        (ticket, entries, reads) -> body.answer(ticket, reads, StoredAnswer::created),
                        portal -> portal.open(draft));
    }

    /** Refuses by name what clients of older versions send and what must never be believed. */
    static void refuseForeignFields(Fields fields) {
        fields.refuse("accountId", "must not be given; the credential decides");
        fields.refuse("attachments", "must not be given; upload files and name them in attachmentIds");
    }

    private static TicketDraft draft(Exchange exchange, Fields fields) {
        refuseForeignFields(fields);
        String department = fields.required("departmentSlug");
        TicketDraft draft = TicketDraft.of(fields.required("subject"), fields.required("message"))
                .department(department)
                .category(category(exchange, department))
                .priority(fields.oneOf("priority", Priorities.ALL).orElse(Priority.MEDIUM))
                .files(fields.allAs("attachmentIds", UploadId::of));
        for (String email : fields.texts("ccEmails")) draft = draft.cc(email);
        Optional<LinkRef> service = fields.object("context").flatMap(SupportOpen::service);
        if (service.isPresent())
            draft = draft.link(service.get().type(), service.get().id());
        Optional<String> reason = fields.text("criticalReason");
        if (reason.isPresent()) draft = draft.criticalReason(reason.get());
        Optional<String> summary = fields.text("aiSummary");
        if (summary.isPresent()) draft = draft.aiSummary(summary.get());
        Optional<Boolean> helpful = fields.flag("aiHelpful");
        return helpful.isPresent() ? draft.aiHelpful(helpful.get()) : draft;
    }

    private static Optional<LinkRef> service(Fields context) {
        String type = context.oneOf("serviceType", SERVICE_TYPES).orElse(OTHER);
        return context.as("serviceId", id -> new LinkRef(type, id));
    }

    private static String category(Exchange exchange, String department) {
        Settings settings = exchange.settings();
        String otherwise = settings.categories().contains(GENERAL) ? GENERAL : settings.defaultCategory();
        return exchange.options().departmentCategories().apply(department).orElse(otherwise);
    }

    private static Map<String, String> serviceTypes() {
        Map<String, String> types = new LinkedHashMap<>();
        for (String type : List.of("domain", "hosting", "vps", OTHER)) types.put(type, type);
        return types;
    }
}
