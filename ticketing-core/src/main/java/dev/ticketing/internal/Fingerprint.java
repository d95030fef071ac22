package dev.ticketing.internal;

import dev.ticketing.MessageDraft;
import dev.ticketing.TicketDraft;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What makes two commands the same under an idempotency key: a hash over every part, each with its length before it. */
final class Fingerprint {

    private final MessageDigest digest;

    private Fingerprint(MessageDigest digest) {
        this.digest = digest;
    }

    static String of(Object... parts) {
        Fingerprint fingerprint = new Fingerprint(digest());
        fingerprint.add(Arrays.asList(parts));
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private void add(Object part) {
        if (part instanceof Collection<?> parts) {
            word(Integer.toString(parts.size()));
            parts.forEach(this::add);
        } else if (part instanceof Optional<?> optional) {
            add(optional.map(List::<Object>of).orElse(List.of()));
        } else if (part instanceof Record) {
            addRecord((Record) part);
        } else if (part instanceof MessageDraft draft) {
            add(List.of(draft.text(), draft.files(), draft.takesPinnedUploads(), draft.encrypted(), draft.status()));
        } else if (part instanceof TicketDraft draft) {
            add(List.of(draft.subject(), draft.message(), draft.priority(), draft.category(), draft.department()));
            add(List.of(draft.channel(), draft.externalId(), draft.tags(), draft.cc(), draft.links()));
            add(List.of(draft.criticalReason(), draft.aiSummary(), draft.aiHelpful()));
        } else {
            word(part.toString());
        }
    }

    private void addRecord(Record part) {
        word(part.getClass().getSimpleName());
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            try {
                add(component.getAccessor().invoke(part));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a command's parts are public", e);
            }
        }
    }

    private void word(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
