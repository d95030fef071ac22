package dev.ticketing;

/**
 * The host's id of a person or program that works at the desk.
 *
 * @param value the id itself; compared exactly
 */
public record AgentId(String value) {

    /** Checks that there is a value at all: 1 to 255 characters without control characters. */
    public AgentId {
        Words.requireId(value, "agentId");
    }

    /**
     * Names the id.
     *
     * @param value the id itself
     * @return the id as a type
     * @throws IllegalArgumentException if it is blank, longer than 255 characters or holds control characters
     */
    public static AgentId of(String value) {
        return new AgentId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
