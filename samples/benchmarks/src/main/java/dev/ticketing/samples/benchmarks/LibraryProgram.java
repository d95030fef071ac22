package dev.ticketing.samples.benchmarks;

import dev.ticketing.Agent;
import dev.ticketing.AgentId;
import dev.ticketing.Desk;
import dev.ticketing.Page;
import dev.ticketing.Requester;
import dev.ticketing.StatusKey;
import dev.ticketing.ThreadQuery;
import dev.ticketing.Ticket;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import dev.ticketing.TicketRef;
import dev.ticketing.jdbc.JdbcTicketing;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The library, by its public interface, with everything on. */
final class LibraryProgram implements Program {

    private static final TicketQuery OPEN_OF_BUSY =
            TicketQuery.all().statuses(Set.of(StatusKey.OPEN)).assignee(AgentId.of(Case.BUSY));

    private final JdbcTicketing ticketing;
    private final Desk desk;

    LibraryProgram(JdbcTicketing ticketing) {
        this.ticketing = ticketing;
        this.desk = ticketing.desk(Agent.of(Case.BUSY).name("Ben"));
    }

    @Override
    public List<Object> keys(List<Case> cases) {
        return cases.stream()
                .<Object>map(each ->
                        desk.get(TicketRef.externalId(each.externalId())).id())
                .toList();
    }

    @Override
    public Object detail(Object key) {
        return desk.thread((TicketId) key, ThreadQuery.first());
    }

    @Override
    public Rows list(Optional<Object> after) {
        return rows(desk.search(
                after.map(place -> OPEN_OF_BUSY.after((Page.Cursor) place)).orElse(OPEN_OF_BUSY)));
    }

    @Override
    public Object counts() {
        return desk.counts();
    }

    @Override
    public long version(Object key) {
        return desk.get((TicketId) key).version();
    }

    @Override
    public Rows search(String word) {
        return rows(desk.search(TicketQuery.all().text(word)));
    }

    @Override
    public Object create(Case fresh) {
        Requester requester = Requester.of(fresh.requester()).name("Ada").email("ada@example.org");
        return desk.open(requester, draft(fresh));
    }

    @Override
    public Object reply(Object key, String text) {
        return desk.reply((TicketId) key, text);
    }

    JdbcTicketing ticketing() {
        return ticketing;
    }

    @Override
    public void close() {
        ticketing.close();
    }

    static TicketDraft draft(Case each) {
        TicketDraft draft = TicketDraft.of(each.subject(), each.messages().get(0));
        for (String tag : each.tags()) draft = draft.tag(tag);
        return draft;
    }

    private static Rows rows(Page<Ticket> page) {
        return new Rows(page.items(), page.next().map(next -> next));
    }
}
