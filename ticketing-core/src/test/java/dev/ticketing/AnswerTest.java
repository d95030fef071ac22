package dev.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private static final TicketId TICKET = new TicketId("tkt_1");
    private static final byte[] KEPT = bytes("kept");

    /** What it was a repetition of may have been undone before the command ran again. */
    @Test
    void isNoRepetitionAnyMoreOnceItIsRendered() {
        Answer<Object> answer = new Answer<>((ticket, entries, reads) -> bytes("rendered"));
        answer.replay(KEPT);
        assertThat(answer.replayed()).isTrue();

        answer.render(TICKET, List.of(), new Object());

        assertThat(answer.replayed()).isFalse();
        assertThat(answer.bytes()).isEqualTo(bytes("rendered"));
    }

    @Test
    void isARepetitionOnceItIsTakenOver() {
        Answer<Object> answer = new Answer<>((ticket, entries, reads) -> bytes("rendered"));
        answer.render(TICKET, List.of(), new Object());

        answer.replay(KEPT);

        assertThat(answer.replayed()).isTrue();
        assertThat(answer.bytes()).isEqualTo(KEPT);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
