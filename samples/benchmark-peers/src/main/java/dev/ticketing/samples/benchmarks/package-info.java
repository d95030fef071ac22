/** The same tickets by programs of other kinds; {@link Peer} is how the benchmarks find them. */
package dev.ticketing.samples.benchmarks;
