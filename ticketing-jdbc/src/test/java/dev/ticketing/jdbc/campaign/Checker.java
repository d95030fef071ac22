package dev.ticketing.jdbc.campaign;

import dev.ticketing.TicketEvent;
import dev.ticketing.TicketEvent.FieldChange;
import dev.ticketing.jdbc.campaign.Act.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Compares what clients were told about one ticket with what is there in the end, and with the order in time. */
final class Checker {

    private final List<Act> acts;
    private final Map<String, Integer> anomalies = new TreeMap<>();

    private Checker(List<Act> acts) {
        this.acts = acts;
    }

    /**
     * Checks one ticket.
     *
     * @param acts of all clients on this ticket
     * @param words the conversation in the end, the opening included
     * @param tags the tags in the end
     * @param events all that happened
     * @return how often each anomaly was found
     */
    static Map<String, Integer> anomalies(
            List<Act> acts, List<String> words, List<String> tags, List<TicketEvent> events) {
        Checker checker = new Checker(acts);
        checker.replies(words);
        checker.tags(tags);
        checker.reads(words);
        checker.inTime();
        checker.takes();
        checker.events(events);
        return checker.anomalies;
    }

    private void replies(List<String> words) {
        Map<String, Long> places = new HashMap<>();
        for (int i = 0; i < words.size(); i++) if (places.put(words.get(i), i + 1L) != null) found("doubled");
        Set<String> told = new HashSet<>(List.of(words.get(0)));
        for (Act act : of(Kind.REPLY)) {
            told.add(act.words().get(0));
            Long place = places.get(act.words().get(0));
            if (place == null) found("lost");
            else if (place != act.at()) found("at another place than was told");
        }
        for (String word : places.keySet()) if (!told.contains(word)) found("never acknowledged");
    }

    private void tags(List<String> tags) {
        if (new HashSet<>(tags).size() != tags.size()) found("tag doubled");
        for (Act act : of(Kind.TAG)) if (!tags.contains(act.words().get(0))) found("tag lost");
    }

    private void reads(List<String> words) {
        for (Act act : of(Kind.READ)) {
            boolean prefix = act.words().size() <= words.size()
                    && words.subList(0, act.words().size()).equals(act.words());
            if (!prefix) found("a read that is no beginning of the conversation");
        }
    }

    /** What began after something had ended knows of it: nobody, least of all the one who did it, sees less. */
    private void inTime() {
        rising(Checker::length, "stale: fewer messages than were acknowledged before");
        rising(act -> act.kind() == Kind.REPLY ? Optional.empty() : Optional.of(act.at()), "a version that goes back");
    }

    private static Optional<Long> length(Act act) {
        return switch (act.kind()) {
            case REPLY -> Optional.of(act.at());
            case READ -> Optional.of((long) act.words().size());
            default -> Optional.empty();
        };
    }

    private void rising(Function<Act, Optional<Long>> measure, String anomaly) {
        List<Act> byStart = acts.stream()
                .filter(act -> measure.apply(act).isPresent())
                .sorted(Comparator.comparingLong(Act::start))
                .toList();
        PriorityQueue<Act> running = new PriorityQueue<>(Comparator.comparingLong(Act::end));
        long least = 0;
        for (Act act : byStart) {
            while (!running.isEmpty() && running.peek().end() < act.start())
                least = Math.max(least, measure.apply(running.poll()).orElseThrow());
            if (measure.apply(act).orElseThrow() < least) found(anomaly);
            running.add(act);
        }
    }

    /** From the acknowledgement of a take until its holder asks for the release nobody else has it. */
    private void takes() {
        Map<Integer, Long> since = new HashMap<>();
        List<long[]> held = new ArrayList<>();
        for (Act act :
                acts.stream().sorted(Comparator.comparingLong(Act::start)).toList()) {
            if (act.kind() == Kind.TAKE) since.put(act.client(), act.end());
            Long from = act.kind() == Kind.RELEASE ? since.remove(act.client()) : null;
            if (from != null) held.add(new long[] {from, act.start()});
        }
        since.values().forEach(from -> held.add(new long[] {from, Long.MAX_VALUE}));
        held.sort(Comparator.comparingLong(span -> span[0]));
        for (int i = 1; i < held.size(); i++) if (held.get(i)[0] < held.get(i - 1)[1]) found("held by two");
    }

    /** Versions have no gap, and each event begins where the one before left each field. */
    private void events(List<TicketEvent> events) {
        Map<String, Optional<String>> fields = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).version() != i + 1) found("a gap in the versions");
            for (FieldChange change : events.get(i).changes()) {
                Optional<String> known = fields.put(change.field(), change.after());
                if (!Objects.equals(known == null ? Optional.empty() : known, change.before()))
                    found("lost update of a field");
            }
        }
        for (Act act : of(Kind.TAG)) {
            boolean there = act.at() <= events.size()
                    && events.get((int) act.at() - 1).actor().id().equals("agent" + act.client());
            if (!there) found("the version that was told is somebody else's");
        }
    }

    private List<Act> of(Kind kind) {
        return acts.stream().filter(act -> act.kind() == kind).toList();
    }

    private void found(String anomaly) {
        anomalies.merge(anomaly, 1, Integer::sum);
    }
}
