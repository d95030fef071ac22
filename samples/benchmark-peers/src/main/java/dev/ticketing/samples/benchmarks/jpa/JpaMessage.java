package dev.ticketing.samples.benchmarks.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A message as an entity. */
@Entity
@Table(name = "jpa_message", indexes = @Index(name = "jpa_message_ticket", columnList = "ticket_id, seq"))
public class JpaMessage {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "ticket_id")
    @Nullable
    JpaTicket ticket;

    long seq;

    @Column(name = "public_id", nullable = false)
    String publicId = "";

    @Column(nullable = false)
    String kind = "";

    @Column(name = "author_id", nullable = false)
    String authorId = "";

    @Column(name = "author_kind", nullable = false)
    String authorKind = "";

    @Column(name = "author_name")
    @Nullable
    String authorName;

    @Column(nullable = false, columnDefinition = "text")
    String body = "";

    @Column(name = "created_at")
    long createdAt;
}
