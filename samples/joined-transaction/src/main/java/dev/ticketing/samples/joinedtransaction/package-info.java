/** A host's own row and a ticket in one transaction. Start at {@link Shop}. */
package dev.ticketing.samples.joinedtransaction;
