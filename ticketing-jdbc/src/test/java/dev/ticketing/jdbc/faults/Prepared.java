package dev.ticketing.jdbc.faults;

import javax.sql.DataSource;

/** A database with tables and data, which can be had again and again as it was. Not thread-safe. */
interface Prepared extends AutoCloseable {

    /** Gives connections, without a pool, to the database as it was prepared; earlier ones are of no use any more. */
    DataSource restored();

    @Override
    void close();
}
