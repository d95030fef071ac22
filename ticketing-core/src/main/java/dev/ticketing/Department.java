package dev.ticketing;

import java.util.Optional;

/**
 * A team that tickets belong to. Immutable.
 *
 * @param slug the key that commands, storage and surfaces use
 * @param displayName what people read
 * @param description a sentence for people, if there is one
 * @param email the team's address, if it has one
 */
public record Department(String slug, String displayName, Optional<String> description, Optional<String> email) {

    /** Checks the slug: 1 to 64 lower-case letters, digits, {@code -} and {@code _}. */
    public Department {
        if (!slug.matches("[a-z0-9][a-z0-9_-]{0,63}"))
            throw new IllegalArgumentException("slug must be 1 to 64 lower-case letters, digits, - and _");
    }

    /**
     * Names a department.
     *
     * @param slug the key
     * @param displayName what people read
     * @return the department, without description and email
     */
    public static Department of(String slug, String displayName) {
        return new Department(slug, displayName, Optional.empty(), Optional.empty());
    }

    /**
     * Adds a description.
     *
     * @param description a sentence for people
     * @return a copy
     */
    public Department withDescription(String description) {
        return new Department(slug, displayName, Optional.of(description), email);
    }

    /**
     * Adds an address.
     *
     * @param email the team's address
     * @return a copy
     */
    public Department withEmail(String email) {
        return new Department(slug, displayName, description, Optional.of(email));
    }
}
