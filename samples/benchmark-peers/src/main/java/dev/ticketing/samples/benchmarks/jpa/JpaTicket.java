package dev.ticketing.samples.benchmarks.jpa;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ticket as an entity of the usual kind: collections are loaded when they are touched. */
@Entity
@Table(
        name = "jpa_ticket",
        indexes = {
            @Index(name = "jpa_ticket_public_id", columnList = "public_id", unique = true),
            @Index(name = "jpa_ticket_assignee", columnList = "assignee, status, created_at"),
            @Index(name = "jpa_ticket_status", columnList = "status")
        })
public class JpaTicket {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "public_id", nullable = false)
    String publicId = "";

    @Column(nullable = false, columnDefinition = "text")
    String subject = "";

    @Column(nullable = false)
    String status = "";

    @Column(nullable = false)
    String priority = "";

    @Column(nullable = false)
    String category = "";

    @Column(nullable = false)
    String department = "";

    @Nullable
    String assignee;

    @Column(name = "requester_id", nullable = false)
    String requesterId = "";

    @Column(name = "requester_name")
    @Nullable
    String requesterName;

    @Column(name = "requester_email")
    @Nullable
    String requesterEmail;

    @Column(name = "created_at")
    long createdAt;

    @Column(name = "updated_at")
    long updatedAt;

    @Column(name = "last_message_at")
    long lastMessageAt;

    @Version
    long version;

    @OneToMany(mappedBy = "ticket", cascade = CascadeType.ALL)
    @OrderBy("seq")
    List<JpaMessage> messages = new ArrayList<>();

    @OneToMany(mappedBy = "ticket", cascade = CascadeType.ALL)
    @OrderBy("id")
    List<JpaAttachment> attachments = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "jpa_tag", joinColumns = @JoinColumn(name = "ticket_id"))
    @OrderColumn(name = "place")
    @Column(name = "tag", nullable = false)
    List<String> tags = new ArrayList<>();
}
