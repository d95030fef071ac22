package dev.ticketing.contract.driver;

import dev.ticketing.error.ConflictException;
import dev.ticketing.error.InvalidInputException;
import dev.ticketing.error.LimitedException;
import dev.ticketing.error.TicketingException;
import dev.ticketing.error.TransitionRefusedException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Turns what a caller gets into text that two storages can be compared by. Ids are nobody's promise, so they become their
 * order of appearance, the same name for the same id through the whole run. Numbers may skip; each ticket keeps its own.
 */
final class Sight {

    private static final Pattern ID = Pattern.compile("\\b(tkt|tmsg|tatt|satt|evt)_[0-9a-z]{26}\\b");
    private static final Pattern NUMBER = Pattern.compile("id=(tkt#[0-9]+), number=([0-9]+)");
    private static final Pattern NUMBER_GIVEN =
            Pattern.compile("field=number, before=Optional.empty, after=Optional\\[[0-9]+\\]");

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();

    String of(Object result) {
        String told = result instanceof RuntimeException refused ? told(refused) : String.valueOf(result);
        String withIds = ID.matcher(told)
                .replaceAll(id -> names.computeIfAbsent(id.group(), key -> id.group(1) + "#" + names.size()));
        String withNumbers = NUMBER.matcher(withIds).replaceAll(ticket -> {
            String first = numbers.computeIfAbsent(ticket.group(1), key -> ticket.group(2));
            return "id=" + ticket.group(1) + ", number=" + (first.equals(ticket.group(2)) ? "the same" : "ANOTHER");
        });
        return NUMBER_GIVEN.matcher(withNumbers).replaceAll("field=number");
    }

    private static String told(RuntimeException refused) {
        StringBuilder told = new StringBuilder("refused ");
        told.append(
                refused instanceof TicketingException known
                        ? known.code()
                        : refused.getClass().getName());
        told.append(": ").append(refused.getMessage());
        if (refused instanceof ConflictException conflict)
            told.append(conflict.expected()).append(conflict.actual()).append(conflict.changed());
        if (refused instanceof TransitionRefusedException refusal)
            told.append(refusal.from()).append(refusal.to()).append(refusal.allowed());
        if (refused instanceof InvalidInputException invalid) told.append(invalid.violations());
        if (refused instanceof LimitedException limited)
            told.append(limited.limit()).append(limited.retryAfter());
        if (refused.getCause() != null) told.append(" because of ").append(refused.getCause());
        return told.toString();
    }
}
