package dev.ticketing;

import java.util.List;

/**
 * A part of the feed. Immutable.
 *
 * @param entries by rising position; those that the reader may not see are left out
 * @param next where to read on; the position that was asked with if there is nothing new
 */
public record FeedPage(List<FeedEntry> entries, long next) {}
