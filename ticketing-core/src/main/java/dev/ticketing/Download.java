package dev.ticketing;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file's description and its content. Close the content after use.
 *
 * @param attachment the description
 * @param content the exact bytes that were uploaded
 */
public record Download(Attachment attachment, InputStream content) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        content.close();
    }
}
