package dev.ticketing.contract.driver;

import dev.ticketing.Desk;
import dev.ticketing.Feed;
import dev.ticketing.Portal;
import dev.ticketing.TicketQuery;
import dev.ticketing.TicketQuery.Order;
import dev.ticketing.Ticketing;
import dev.ticketing.contract.driver.Step.By;
import dev.ticketing.contract.driver.Step.Changes;
import dev.ticketing.contract.driver.Step.Conversation;
import dev.ticketing.contract.driver.Step.Counting;
import dev.ticketing.contract.driver.Step.Files;
import dev.ticketing.contract.driver.Step.History;
import dev.ticketing.contract.driver.Step.Listing;
import dev.ticketing.contract.driver.Step.Name;
import dev.ticketing.contract.driver.Step.Question;
import dev.ticketing.error.TicketingException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Everything that everybody can read, line by line. */
final class Whole {

    private static final int PAGE = 7;
    private static final int FEED_PAGES = 2;

    private final Ticketing ticketing;
    private final Bindings bindings;
    private final StringBuilder lines = new StringBuilder();

    Whole(Ticketing ticketing, Bindings bindings) {
        this.ticketing = ticketing;
        this.bindings = bindings;
    }

    String read() {
        List<Question> questions = questions();
        for (Who who : Who.values()) {
            for (Question question : questions) {
                if (who.isStaff()) {
                    Desk desk = ticketing.desk(who.agent());
                    line(who, question, () -> Questions.ask(desk, bindings, question));
                    if (who != Who.ROBOT) line(who, question, () -> Questions.ask(desk.asPortal(), bindings, question));
                } else {
                    Portal portal = ticketing.portal(who.requester());
                    line(who, question, () -> Questions.ask(portal, bindings, question));
                }
            }
        }
        return lines.toString();
    }

    private List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (Order order : Order.values())
            questions.add(new Listing(TicketQuery.all().order(order).limit(PAGE)));
        for (String word : List.of("printer", "stra* -fire", "\"e mail\"", "twin", "angstrom"))
            questions.add(new Listing(TicketQuery.all().text(word).limit(PAGE)));
        questions.add(new Counting());
        for (int page = 0; page < FEED_PAGES; page++)
            questions.add(new Changes((long) page * Feed.MAX_LIMIT, Feed.MAX_LIMIT));
        for (int name : bindings.tickets().keySet()) {
            Name ticket = new Name(name, By.ID);
            Stream.of(
                            new Conversation(ticket, 0, Integer.MAX_VALUE),
                            new History(ticket, 0),
                            new History(ticket, 100),
                            new Files(ticket))
                    .forEach(questions::add);
        }
        return questions;
    }

    private void line(Who who, Question question, java.util.function.Supplier<Object> answer) {
        lines.append(who).append(' ').append(question).append(": ");
        try {
            lines.append(answer.get()).append('\n');
        } catch (TicketingException refused) {
            lines.append(refused.code()).append('\n');
        }
    }
}
