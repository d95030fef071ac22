package dev.ticketing;

/**
 * The host's id of what several requesters share, for example a company; ownership, counts and per-account rules use it.
 *
 * @param value the id itself; compared exactly
 */
public record AccountId(String value) {

    /** Checks that there is a value at all: 1 to 255 characters without control characters. */
    public AccountId {
        Words.requireId(value, "accountId");
    }

    /**
     * Names the id.
     *
     * @param value the id itself
     * @return the id as a type
     * @throws IllegalArgumentException if it is blank, longer than 255 characters or holds control characters
     */
    public static AccountId of(String value) {
        return new AccountId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
