/** Tickets over an object-relational mapper, written the usual way: lazy collections, identity keys, pages with a count. */
package dev.ticketing.samples.benchmarks.jpa;
