package dev.ticketing;

/**
 * The id of a file that is uploaded but on no ticket yet: {@code satt_} and 26 random characters; single use, bound to its uploader.
 *
 * @param value the id itself; compared exactly
 */
public record UploadId(String value) implements FileRef {

    /** Checks that there is a value at all: 1 to 255 characters without control characters. */
    public UploadId {
        Words.requireId(value, "uploadId");
    }

    /**
     * Names the id.
     *
     * @param value the id itself
     * @return the id as a type
     * @throws IllegalArgumentException if it is blank, longer than 255 characters or holds control characters
     */
    public static UploadId of(String value) {
        return new UploadId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
