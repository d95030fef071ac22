/**
 * What an adapter implements and what it is given: start at {@link dev.ticketing.spi.Storage}.
 *
 * <p>A command is data; core decides one immutable {@link dev.ticketing.spi.Change} and the adapter writes it whole. Hosts
 * that only call ticketing never import this package, except to plug in a {@link dev.ticketing.spi.LinkResolver}, a
 * {@link dev.ticketing.spi.BlobStore} or an {@link dev.ticketing.spi.IdSource}.
 *
 * <p>Room rules: knows the words and the errors; never knows an adapter. Ports grow by abstract methods only.
 */
@NullMarked
package dev.ticketing.spi;

import org.jspecify.annotations.NullMarked;
