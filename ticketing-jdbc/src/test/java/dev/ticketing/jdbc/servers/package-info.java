/**
 * Databases for tests, on every engine; the entry point is {@link dev.ticketing.jdbc.servers.TestEngine}, and for benchmarks
 * {@link dev.ticketing.jdbc.servers.KeptServer}. Published as the test-jar of {@code ticketing-jdbc}; who uses it names the servers'
 * artifacts among its own dependencies, as that module's pom does.
 */
package dev.ticketing.jdbc.servers;
