package dev.ticketing.samples.supportdesk;

import dev.ticketing.Desk;
import dev.ticketing.OutsideFile;
import dev.ticketing.Portal;
import dev.ticketing.PortalTicket;
import dev.ticketing.Priority;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketQuery;
import dev.ticketing.Ticketing;
import java.util.List;

/** A few realistic tickets, put in once. */
final class DemoData {

    private DemoData() {}

    static void fill(Ticketing ticketing) {
        Desk desk = ticketing.desk(DemoCallers.GRACE);
        if (!desk.search(TicketQuery.all().limit(1)).items().isEmpty()) return;
        Portal ada = ticketing.portal(DemoCallers.ADA);
        Portal bob = ticketing.portal(DemoCallers.BOB);

        PortalTicket api = ada.open(TicketDraft.of(
                        "API Integration Issue",
                        "Having trouble integrating the biometric validation API. "
                                + "Getting 401 errors when trying to authenticate.")
                .priority(Priority.HIGH)
                .category("technical")
                .tag("api")
                .tag("authentication")
                .tag("biometric")
                .files(List.of(new OutsideFile(
                        "error_logs.txt",
                        "https://files.example.org/attachments/error_logs.txt",
                        1024,
                        "text/plain"))));
        desk.take(api.id());
        desk.note(api.id(), "The key was rotated yesterday; see the audit log.");
        desk.reply(
                api.id(),
                "I've reviewed your API key and it appears to be valid. Let me check the logs and get back to you.");

        PortalTicket domain =
                ada.open(TicketDraft.of("Question about my domain", "I need help updating my domain nameservers.")
                        .priority(Priority.LOW)
                        .department("domain-names")
                        .link("hosting", "acct_01hxa3b4c5d6e7f8g9h0j1k2m3"));
        desk.reply(domain.id(), "We have checked the domain and replied with the next steps.");
        ada.reply(domain.id(), "Thank you, one of the two still shows the old address.");

        PortalTicket invoice = bob.open(TicketDraft.of("Invoice shows the wrong address", "We moved in March.")
                .category("billing")
                .department("billing")
                .cc("accounts@example.org"));
        desk.resolve(invoice.id(), "The address is corrected and the invoice sent again.");

        bob.open(TicketDraft.of("VPS not reachable", "app-02 does not answer on port 22.")
                .priority(Priority.URGENT)
                .department("vps")
                .link("vps", "vps_01hxa3b4c5d6e7f8g9h0j1k2m4"));
    }
}
