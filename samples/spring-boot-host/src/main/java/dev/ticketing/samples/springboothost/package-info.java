/** Tickets inside a Spring Boot application. Start at {@code TicketingConfiguration} and {@code OrderService}. */
package dev.ticketing.samples.springboothost;
