package dev.ticketing.contract.driver;

import dev.ticketing.contract.driver.Step.Filing;
import dev.ticketing.contract.driver.Step.Open;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The model's rules for what a ticket is opened with. */
final class Openings {

    private static final int WORD = 64;
    private static final int ID = 255;
    private static final int MOST = 20;

    private Openings() {}

    static boolean isGood(Filing filing, boolean needsReason) {
        return Texts.isLine(filing.subject(), 255)
                && Texts.isText(filing.say().text(), Deeds.MESSAGE)
                && filing.category().map(Deeds::isCategory).orElse(true)
                && filing.department().map(Deeds::isDepartment).orElse(true)
                && Texts.isLine(filing.channel(), WORD)
                && filing.externalId()
                        .map(id -> Texts.isLine(id, ID) && id.length() <= ID)
                        .orElse(true)
                && isText(filing.criticalReason())
                && isText(filing.aiSummary())
                && !(needsReason && filing.criticalReason().isEmpty())
                && filing.tags().stream().allMatch(tag -> Texts.isLine(tag, WORD))
                && new LinkedHashSet<>(filing.tags()).size() <= MOST
                && filing.cc().stream().allMatch(email -> email.matches("[A-Za-z]@example\\.org"))
                && new LinkedHashSet<>(filing.links()).size() <= MOST;
    }

    static Case open(Open open, Instant now) {
        Filing filing = open.filing();
        Case ticket = new Case();
        ticket.tenant = open.by().caller().tenant();
        ticket.account = open.customer().requester().account().value();
        ticket.external = filing.externalId();
        ticket.priority = filing.priority();
        ticket.category = filing.category().orElse("general");
        ticket.department = filing.department().orElse("general");
        ticket.subject = filing.subject();
        ticket.tags = List.copyOf(new LinkedHashSet<>(filing.tags()));
        List<String> cc = new ArrayList<>();
        for (String email : filing.cc()) if (cc.stream().noneMatch(email::equalsIgnoreCase)) cc.add(email);
        ticket.cc = List.copyOf(cc);
        ticket.links = List.copyOf(new LinkedHashSet<>(filing.links()));
        ticket.messageBytes = Deeds.bytes(filing.say().text());
        ticket.created = now;
        ticket.add(filing.say().text(), false, now);
        return ticket;
    }

    private static boolean isText(Optional<String> text) {
        return text.map(words -> Texts.isText(words, Deeds.MESSAGE)).orElse(true);
    }
}
