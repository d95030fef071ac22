package dev.ticketing.spi;

import dev.ticketing.Priority;
import dev.ticketing.StatusKey;

/**
 * How many tickets share three values.
 *
 * @param status the status
 * @param priority the priority
 * @param category the category
 * @param tickets how many
 */
public record CountRow(StatusKey status, Priority priority, String category, long tickets) {}
