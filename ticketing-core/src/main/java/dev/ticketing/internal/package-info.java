/**
 * The machinery behind the front door; not API. {@link dev.ticketing.internal.Engine} runs commands and reads,
 * {@link dev.ticketing.internal.Decision} collects what one command decides.
 *
 * <p>Room rules: knows the words, the errors and the ports; never knows an adapter.
 */
@NullMarked
package dev.ticketing.internal;

import org.jspecify.annotations.NullMarked;
