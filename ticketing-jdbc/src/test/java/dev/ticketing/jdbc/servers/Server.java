package dev.ticketing.jdbc.servers;

/** A running database server of ours, on loopback, with its data in a folder. */
interface Server extends AutoCloseable {

    /** The URL of a database on it, with user and password. */
    String url(String database);

    /** Ends it as a power cut of the process would. */
    void kill();

    /** Starts it again on the same data and port. */
    void restart();

    /** Ends it and removes its data. */
    @Override
    void close();
}
