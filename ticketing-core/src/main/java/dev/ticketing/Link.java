package dev.ticketing;

import java.util.Map;
import java.util.Optional;

/**
 * A link from a ticket to an object of the host's.
 *
 * @param ref what it points at
 * @param name the object's name when it was linked, if it had one
 * @param details what the host's resolver says about the object now; empty when it says nothing
 */
public record Link(LinkRef ref, Optional<String> name, Optional<Map<String, Object>> details) {}
