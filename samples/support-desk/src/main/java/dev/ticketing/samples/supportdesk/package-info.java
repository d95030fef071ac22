/** A support desk in one process: SQLite file, Jetty, three REST surfaces. Start at {@link SupportDesk}. */
package dev.ticketing.samples.supportdesk;
