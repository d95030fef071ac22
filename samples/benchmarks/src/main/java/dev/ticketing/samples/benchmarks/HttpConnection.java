package dev.ticketing.samples.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/** A client that does as little as it can: one connection, one request after another. Not thread-safe. */
final class HttpConnection implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final StringBuilder line = new StringBuilder();

    HttpConnection(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
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
        String status = readLine();
        if (!status.startsWith("HTTP/1.1 200")) throw new IOException(status);
        int length = -1;
        for (String header = readLine(); !header.isEmpty(); header = readLine())
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15))
                length = Integer.parseInt(header.substring(15).strip());
            else if (header.toLowerCase(Locale.ROOT).equals("transfer-encoding: chunked")) length = -1;
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
        return Integer.parseInt(readLine(), 16);
    }

    private byte[] read(int length) throws IOException {
        byte[] body = in.readNBytes(length);
        if (body.length < length) throw new EOFException();
        return body;
    }

    private String readLine() throws IOException {
        line.setLength(0);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException();
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
