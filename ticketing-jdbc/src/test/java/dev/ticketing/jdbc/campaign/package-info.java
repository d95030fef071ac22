/** Long runs on real engines: many programs, many clients, several processes. How long they are is {@code Campaign}'s to say. */
package dev.ticketing.jdbc.campaign;
