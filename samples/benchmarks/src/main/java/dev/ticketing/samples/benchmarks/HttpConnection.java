package dev.ticketing.samples.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A client that does as little as it can, so that what is measured is the server: one connection, one request after another, and no
 * header made a text that is not needed. Not thread-safe.
 */
final class HttpConnection implements AutoCloseable {

    private static final byte[] OK = HttpHost.ascii("http/1.1 200");
    private static final byte[] CONTENT_LENGTH = HttpHost.ascii("content-length:");

    /** What makes a capital letter a small one in ASCII; digits, colons and spaces have it anyway. */
    private static final int SMALL = 0x20;

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];

    /** What has come and was not read yet. */
    private int position, limit;

    /** Where the line in hand begins and ends, without what ends it. */
    private int lineStart, lineEnd;

    HttpConnection(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        this.in = socket.getInputStream();
    }

    /** The bytes that are sent for a path, to be kept. */
    static byte[] request(String path) {
        return HttpHost.ascii("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + HttpHost.TOKEN
                + "\r\nAccept: application/json\r\n\r\n");
    }

    byte[] get(String path) throws IOException {
        return get(request(path));
    }

    /** Sends a request and reads its whole answer, which must be a 200. */
    byte[] get(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        readLine();
        if (!lineStartsWith(OK)) throw new IOException(line(0));
        int length = -1;
        for (readLine(); lineEnd > lineStart; readLine())
            if (lineStartsWith(CONTENT_LENGTH)) length = Integer.parseInt(line(CONTENT_LENGTH.length));
        return length >= 0 ? read(length) : chunks();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunk(); size > 0; size = chunk()) {
            body.write(read(size));
            readLine();
        }
        readLine();
        return body.toByteArray();
    }

    private int chunk() throws IOException {
        readLine();
        return Integer.parseInt(line(0), 16);
    }

    private byte[] read(int length) throws IOException {
        byte[] body = new byte[length];
        for (int read = 0; read < length; ) {
            if (position == limit) fill();
            int next = Math.min(length - read, limit - position);
            System.arraycopy(buffer, position, body, read, next);
            position += next;
            read += next;
        }
        return body;
    }

    private void readLine() throws IOException {
        int length = 0;
        while (position + length == limit || buffer[position + length] != '\n')
            if (position + length == limit) fill();
            else length++;
        lineStart = position;
        position += length + 1;
        lineEnd = length > 0 && buffer[position - 2] == '\r' ? position - 2 : position - 1;
    }

    /** Reads more behind what has come, which then begins the buffer. */
    private void fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read <= 0) throw new EOFException();
        limit += read;
    }

    /** Whether the line begins with these small letters, whatever letters it has itself. */
    private boolean lineStartsWith(byte[] start) {
        if (lineEnd - lineStart < start.length) return false;
        for (int i = 0; i < start.length; i++) if ((buffer[lineStart + i] | SMALL) != start[i]) return false;
        return true;
    }

    private String line(int from) {
        return new String(buffer, lineStart + from, lineEnd - lineStart - from, StandardCharsets.US_ASCII).strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
