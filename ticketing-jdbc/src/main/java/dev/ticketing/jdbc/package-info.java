/**
 * Storage in the host's own SQL database; the entry point is {@link dev.ticketing.jdbc.JdbcTicketing}.
 *
 * <p>Knows core's exported packages, {@code java.sql}, JDBI, Flyway, HikariCP and the SQLite driver; never core's internals, JSON
 * or servlets. Each risky thing has one address: transactions in {@code OwnTransactions} and {@code JoinedTransactions}, running
 * statements in {@code Sql}, refusals of the database in {@code SqlErrors}, words that only SQLite knows in
 * {@code Dialect} and the scripts.
 */
@NullMarked
package dev.ticketing.jdbc;

import org.jspecify.annotations.NullMarked;
