/**
 * How fast the library is beside a program of the usual kind, written by hand on the same database. Start at {@link Benchmarks};
 * what was measured stands in {@code docs/performance.md}.
 */
package dev.ticketing.samples.benchmarks;
