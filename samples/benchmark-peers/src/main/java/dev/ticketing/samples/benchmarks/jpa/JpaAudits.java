package dev.ticketing.samples.benchmarks.jpa;

import org.springframework.data.jpa.repository.JpaRepository;

/** The audit rows. */
public interface JpaAudits extends JpaRepository<JpaAudit, Long> {}
