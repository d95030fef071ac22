/** Storage in the host's own SQL database. */
@NullMarked
package dev.ticketing.jdbc;

import org.jspecify.annotations.NullMarked;
