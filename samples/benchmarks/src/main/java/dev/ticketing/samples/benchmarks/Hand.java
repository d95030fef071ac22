package dev.ticketing.samples.benchmarks;

import java.util.List;
import java.util.Optional;

/** What the program written by hand reads. */
final class Hand {

    private Hand() {}

    /** One row of the tickets' table. */
    record Ticket(
            long id,
            String publicId,
            String subject,
            String status,
            String priority,
            String category,
            String department,
            Optional<String> assignee,
            String requesterId,
            Optional<String> requesterName,
            Optional<String> requesterEmail,
            long createdAt,
            long updatedAt,
            long lastMessageAt,
            long version,
            long messageCount) {}

    record Message(
            long id,
            long seq,
            String publicId,
            String kind,
            String authorId,
            String authorKind,
            Optional<String> authorName,
            String body,
            long createdAt,
            List<Attachment> attachments) {

        Message with(List<Attachment> files) {
            return new Message(id, seq, publicId, kind, authorId, authorKind, authorName, body, createdAt, files);
        }
    }

    record Attachment(long id, long messageId, String filename, String mimeType, long size, String url) {}

    record Detail(Ticket ticket, List<Message> messages, List<String> tags) {}

    /** Where a page starts. */
    record Place(long createdAt, long id) {}
}
