package dev.ticketing;

/**
 * A reference to an object of the host's, for example {@code order:4711}.
 *
 * @param type the kind of object, in the host's words
 * @param id the host's id of the object
 */
public record LinkRef(String type, String id) {

    /** Checks that both parts are there and have no control characters. */
    public LinkRef {
        Words.requireId(type, "type");
        Words.requireId(id, "id");
    }

    @Override
    public String toString() {
        return type + ":" + id;
    }
}
