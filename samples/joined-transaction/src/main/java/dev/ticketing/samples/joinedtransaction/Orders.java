package dev.ticketing.samples.joinedtransaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The shop's own table. */
class Orders {

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table shop_order (id integer primary key, state varchar(20) not null)");
            statement.execute("insert into shop_order (id, state) values (4711, 'delivered')");
        }
    }

    void markDisputed(Connection connection, long order) throws SQLException {
        mark(connection, order, "disputed");
    }

    void markRefunded(Connection connection, long order) throws SQLException {
        mark(connection, order, "refunded");
    }

    String stateOf(Connection connection, long order) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select state from shop_order where id = ?")) {
            query.setLong(1, order);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : "missing";
            }
        }
    }

    private static void mark(Connection connection, long order, String state) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update shop_order set state = ? where id = ?")) {
            update.setString(1, state);
            update.setLong(2, order);
            if (update.executeUpdate() != 1) throw new IllegalArgumentException("there is no order " + order);
        }
    }
}
