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

/** A file as an entity. */
@Entity
@Table(name = "jpa_attachment", indexes = @Index(name = "jpa_attachment_ticket", columnList = "ticket_id"))
public class JpaAttachment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "ticket_id")
    @Nullable
    JpaTicket ticket;

    @Column(name = "message_id")
    long messageId;

    @Column(nullable = false)
    String filename = "";

    @Column(name = "mime_type", nullable = false)
    String mimeType = "";

    long size;

    @Column(nullable = false)
    String url = "";
}
