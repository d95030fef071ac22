package dev.ticketing.samples.benchmarks.jpa;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application of the usual kind, with nothing but what it was started for. */
@SpringBootApplication
public class JpaApplication {}
