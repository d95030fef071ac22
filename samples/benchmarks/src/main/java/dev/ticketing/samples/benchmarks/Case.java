package dev.ticketing.samples.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What is to be stored as one ticket, by whichever program. The same number gives the same case.
 *
 * @param number 1, 2, 3
 * @param requester who asks
 * @param subject the headline
 * @param messages the first is the requester's, all others are the staff's
 * @param tags in their order
 * @param files names of the files that the second message carries
 * @param assignee who has it, empty for nobody
 * @param status where it ends
 */
record Case(
        long number,
        String requester,
        String subject,
        List<String> messages,
        List<String> tags,
        List<String> files,
        String assignee,
        String status) {

    /** Every so manyeth is a long one: the one whose detail is read. */
    static final int LONG_EVERY = 100;

    static final int LONG_MESSAGES = 10;
    static final int SHORT_MESSAGES = 3;

    /** Has 15 % of all tickets, all of them open: what is listed. */
    static final String BUSY = "agent_1";

    static final String OPEN = "open";

    /** When the first one is opened, and how long it takes until the next. */
    static final long START = 1_700_000_000_000L;

    static final long APART = 1_000;

    private static final int HASHED = 16;
    private static final int TICKETS_EACH = 20;
    private static final int OF_BUSY_IN_1000 = 150;
    private static final List<String> OTHERS =
            List.of("in_progress", "answered", "customer_reply", "pending", "resolved", "closed");
    private static final List<String> TAGS = List.of("order", "refund", "vip");
    private static final List<String> FILES = List.of("invoice.pdf", "photo.jpg");

    static Case of(long number, Zipf texts) {
        SplittableRandom random = new SplittableRandom(number);
        boolean isLong = number % LONG_EVERY == 0;
        // 7919 is prime: spread evenly, over the long ones too
        boolean isBusy = number * 7919 % 1_000 < OF_BUSY_IN_1000;
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < (isLong ? LONG_MESSAGES : SHORT_MESSAGES); i++) messages.add(texts.message(random));
        return new Case(
                number,
                requester(number / TICKETS_EACH),
                texts.text(random, 6),
                messages,
                isLong ? TAGS : List.of(),
                isLong ? FILES : List.of(),
                isBusy ? BUSY : "agent_" + random.nextInt(2, 21),
                isBusy ? OPEN : OTHERS.get(random.nextInt(OTHERS.size())));
    }

    /** One that a caller opens while it is measured: a message, three tags. */
    static Case fresh(long seed, Zipf texts) {
        SplittableRandom random = new SplittableRandom(-1 - seed);
        return new Case(
                0,
                requester(random.nextInt(500)),
                texts.text(random, 6),
                List.of(texts.message(random)),
                TAGS,
                List.of(),
                "",
                OPEN);
    }

    long openedAt() {
        return START + number * APART;
    }

    /** The same as another one. */
    Case numbered(long other) {
        return new Case(other, requester, subject, messages, tags, files, assignee, status);
    }

    /** A key that it is found by: as long as a random one, in no order, and such that SQL can make it. */
    String publicId() {
        return md5(Long.toString(number)).substring(0, HASHED) + "%010d".formatted(number);
    }

    /** The same in SQL, for an expression that gives the number. */
    static String publicIdBySql(String number) {
        String text = "concat(" + number + ", '')";
        return "concat(substr(md5(" + text + "), 1, " + HASHED + "), lpad(" + text + ", 10, '0'))";
    }

    String externalId() {
        return "case-" + number;
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String requester(long number) {
        return "client_" + number;
    }
}
