/**
 * Storage in memory, for tests and trials: {@link dev.ticketing.memory.InMemoryStorage}.
 *
 * <p>Room rules: knows the words, the errors and the ports; never knows an adapter.
 */
@NullMarked
package dev.ticketing.memory;

import org.jspecify.annotations.NullMarked;
