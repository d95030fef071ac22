package dev.ticketing.samples.benchmarks.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What happened, as an entity. */
@Entity
@Table(name = "jpa_audit")
public class JpaAudit {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "ticket_id")
    long ticketId;

    long at;

    @Column(nullable = false)
    String actor = "";

    @Column(nullable = false)
    String action = "";

    @Column(nullable = false, columnDefinition = "text")
    String detail = "";

    /** For the mapper. */
    protected JpaAudit() {}

    JpaAudit(long ticketId, long at, String actor, String action, String detail) {
        this.ticketId = ticketId;
        this.at = at;
        this.actor = actor;
        this.action = action;
        this.detail = detail;
    }
}
