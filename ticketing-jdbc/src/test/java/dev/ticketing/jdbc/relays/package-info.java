/** Deliveries under fire: writers in host transactions, relays in processes that are killed, a receiver that misbehaves. */
package dev.ticketing.jdbc.relays;
