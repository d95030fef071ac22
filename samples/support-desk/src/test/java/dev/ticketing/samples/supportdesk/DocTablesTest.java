package dev.ticketing.samples.supportdesk;

import static dev.ticketing.samples.supportdesk.Markdown.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Audience;
import dev.ticketing.Lifecycle;
import dev.ticketing.Limits;
import dev.ticketing.TicketEvent;
import dev.ticketing.error.ErrorCode;
import dev.ticketing.error.TicketingException;
import dev.ticketing.spi.TicketField;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps the tables of the pages equal to core's code, so that no fact is typed twice unguarded. */
class DocTablesTest {

    private static final long MIB = 1024 * 1024;

    private final Lifecycle lifecycle = Lifecycle.standard();

    @Test
    void printsTheDefaultLimits() throws ReflectiveOperationException {
        List<List<String>> limits = new ArrayList<>();
        for (RecordComponent limit : Limits.class.getRecordComponents())
            limits.add(List.of(
                    code(limit.getName()),
                    words(limit.getName(), limit.getAccessor().invoke(Limits.defaults()))));
        assertThat(Markdown.page("README.md").table("Limit", "What it bounds", "Default"))
                .extracting(row -> List.of(row.get(0), row.get(2)))
                .isEqualTo(limits);
    }

    @Test
    void printsTheStatuses() {
        assertThat(Markdown.page("docs/lifecycle.md")
                        .table("Status", "Category", "Clock", "Staff read", "Requesters read", "Shown as"))
                .isEqualTo(lifecycle.statuses().stream()
                        .map(status -> List.of(
                                code(status.key()),
                                status.category().name(),
                                status.clock().name(),
                                status.label(),
                                status.portalLabel(),
                                status.shownAs().map(Markdown::code).orElse("")))
                        .toList());
    }

    @Test
    void printsTheMoves() {
        assertThat(Markdown.page("docs/lifecycle.md").table("From", "To"))
                .isEqualTo(lifecycle.statuses().stream()
                        .map(status -> List.of(
                                code(status.key()),
                                lifecycle.moves(status.key()).isEmpty()
                                        ? "nothing"
                                        : codes(lifecycle.moves(status.key()))))
                        .toList());
    }

    @Test
    void printsTheStatusesThatVerbsGive() {
        assertThat(Markdown.page("docs/lifecycle.md").table("Place", "Status"))
                .isEqualTo(Arrays.stream(Lifecycle.Role.values())
                        .map(role -> List.of(role.name(), code(lifecycle.at(role))))
                        .toList());
    }

    @Test
    void printsTheAudienceOfEveryField() {
        assertThat(Markdown.page("docs/visibility.md").table("Audience", "Fields"))
                .isEqualTo(Arrays.stream(Audience.values())
                        .map(audience -> List.of(
                                audience.name(),
                                codes(TicketField.all().stream()
                                        .filter(field -> field.audience() == audience)
                                        .toList())))
                        .toList());
    }

    @Test
    void saysOfEveryEventWhoLearnsOfIt() {
        assertThat(firstCells(Markdown.page("docs/visibility.md").table("Event", "Requesters learn of it")))
                .containsExactlyInAnyOrder(Arrays.stream(TicketEvent.Kind.values())
                        .map(Markdown::code)
                        .toArray(String[]::new));
    }

    @Test
    void namesEveryExceptionAndItsCodes() {
        List<List<String>> rows = Markdown.page("docs/errors.md").table("Exception", "Codes", "Facts", "What to do");
        assertThat(firstCells(rows))
                .containsExactly(Arrays.stream(TicketingException.class.getPermittedSubclasses())
                        .map(type -> code(type.getSimpleName()))
                        .toArray(String[]::new));
        assertThat(firstCells(rows.stream().map(row -> row.subList(1, 2)).toList()))
                .containsExactlyInAnyOrder(
                        Arrays.stream(ErrorCode.values()).map(Markdown::code).toArray(String[]::new));
    }

    private static List<String> firstCells(List<List<String>> rows) {
        return rows.stream()
                .flatMap(row -> Arrays.stream(row.get(0).split(", ")))
                .toList();
    }

    private static String codes(Collection<?> words) {
        return words.stream().map(Markdown::code).collect(Collectors.joining(", "));
    }

    private static String words(String limit, Object value) {
        if (value instanceof Duration span) return hours(span).orElse(span.toString());
        long number = ((Number) value).longValue();
        if (limit.endsWith("Bytes") && number % MIB == 0) return number / MIB + " MiB";
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static Optional<String> hours(Duration span) {
        long hours = span.toHours();
        if (!span.equals(Duration.ofHours(hours))) return Optional.empty();
        return Optional.of(hours + (hours == 1 ? " hour" : " hours"));
    }
}
