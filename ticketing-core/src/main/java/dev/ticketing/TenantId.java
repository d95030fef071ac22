package dev.ticketing;

/**
 * One of several desks in one database; leads every key. Hosts that have one desk use {@link #DEFAULT}.
 *
 * @param value the id itself; compared exactly
 */
public record TenantId(String value) {

    /** The tenant of hosts that have only one. */
    public static final TenantId DEFAULT = new TenantId("default");

    /** Checks that there is a value at all: 1 to 255 characters without control characters. */
    public TenantId {
        Words.requireId(value, "tenantId");
    }

    /**
     * Names the id.
     *
     * @param value the id itself
     * @return the id as a type
     * @throws IllegalArgumentException if it is blank, longer than 255 characters or holds control characters
     */
    public static TenantId of(String value) {
        return new TenantId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
