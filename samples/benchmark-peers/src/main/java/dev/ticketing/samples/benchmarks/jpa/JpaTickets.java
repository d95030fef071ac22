package dev.ticketing.samples.benchmarks.jpa;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The repository; its pages count all rows, as pages do unless one takes care. */
public interface JpaTickets extends JpaRepository<JpaTicket, Long> {

    /** By the id that people see. */
    Optional<JpaTicket> findByPublicId(String publicId);

    /** A page, newest first. */
    Page<JpaTicket> findByAssigneeAndStatusOrderByCreatedAtDesc(String assignee, String status, Pageable page);

    /** How many each status has. */
    @Query("select t.status, count(t) from JpaTicket t group by t.status")
    List<Object[]> countByStatus();
}
