package dev.ticketing.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections of a driver that prepares every statement anew, as SQLite's does: each keeps its last statements for their next
 * use. It goes between a pool of our own and the driver; what a host's DataSource does is the host's business. {@link Sql} takes
 * statements from it without anything in between. As thread-safe as the driver's own.
 */
final class KeptStatements {

    /** More than there are statements on the way of a usual command; each costs some kilobytes. */
    private static final int MOST = 64;

    private KeptStatements() {}

    static DataSource over(DataSource driver) {
        return proxy(DataSource.class, (self, method, arguments) -> {
            Object result = call(driver, method, arguments);
            return result instanceof Connection opened ? new Keeping(opened).proxy() : result;
        });
    }

    /** Finds what keeps the statements of a connection, if anything does. */
    static Optional<Keeping> of(Connection connection) throws SQLException {
        return connection.isWrapperFor(Keeping.class)
                ? Optional.of(connection.unwrap(Keeping.class))
                : Optional.empty();
    }

    /** A connection and the statements that nobody uses at the moment. */
    static final class Keeping {

        private final Connection real;
        private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

        Keeping(Connection real) {
            this.real = real;
        }

        Connection proxy() {
            return KeptStatements.proxy(Connection.class, (self, method, arguments) -> {
                switch (method.getName()) {
                    case "prepareStatement" -> {
                        if (arguments.length == 1) return prepared((String) arguments[0]);
                    }
                    case "isWrapperFor" -> {
                        if (arguments[0] == Keeping.class) return true;
                    }
                    case "unwrap" -> {
                        if (arguments[0] == Keeping.class) return this;
                    }
                    // the driver closes what is prepared with the connection
                    case "close" -> idle.clear();
                    default -> {}
                }
                return call(real, method, arguments);
            });
        }

        private PreparedStatement prepared(String sql) throws SQLException {
            return isKept(sql) ? new Kept(this, sql, take(sql)).proxy() : real.prepareStatement(sql);
        }

        /** Some pragmas do their work when they are prepared. */
        private static boolean isKept(String sql) {
            return !sql.startsWith("PRAGMA");
        }

        /** Gives a statement to one user, who gives it back or closes it. */
        PreparedStatement take(String sql) throws SQLException {
            PreparedStatement kept = idle.remove(sql);
            return kept != null ? kept : real.prepareStatement(sql);
        }

        /**
         * Takes a statement back that did not fail and has no open rows. It forgets its values, so that none can be used again;
         * SQLite itself keeps its copies until others are bound, since it plans a statement anew whose values were cleared.
         */
        void giveBack(String sql, PreparedStatement statement) throws SQLException {
            if (!isKept(sql)) {
                statement.close();
                return;
            }
            statement.clearBatch();
            PreparedStatement twin = idle.put(sql, statement);
            if (twin != null) twin.close();
            if (idle.size() <= MOST) return;
            String oldest = idle.keySet().iterator().next();
            PreparedStatement dropped = idle.remove(oldest);
            if (dropped != null) dropped.close();
        }
    }

    /** One use of a statement. One that failed is not used again. */
    private static final class Kept {

        private final Keeping keeping;
        private final String sql;
        private final PreparedStatement real;
        private final Deque<ResultSet> open = new ArrayDeque<>(1);
        private boolean failed;
        private boolean closed;

        Kept(Keeping keeping, String sql, PreparedStatement real) {
            this.keeping = keeping;
            this.sql = sql;
            this.real = real;
        }

        PreparedStatement proxy() {
            return KeptStatements.proxy(PreparedStatement.class, (self, method, arguments) -> {
                switch (method.getName()) {
                    case "close" -> {
                        close();
                        return null;
                    }
                    case "isClosed" -> {
                        return closed || real.isClosed();
                    }
                    default -> {
                        if (closed) throw new SQLException("the statement is closed");
                        return call(method, arguments);
                    }
                }
            });
        }

        private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
            try {
                Object result = KeptStatements.call(real, method, arguments);
                if (result instanceof ResultSet rows) open.add(rows);
                return result;
            } catch (SQLException e) {
                failed = true;
                throw e;
            }
        }

        /** Rows that stay open would keep their snapshot. */
        private void close() throws SQLException {
            if (closed) return;
            closed = true;
            if (failed) {
                real.close();
                return;
            }
            for (ResultSet rows : open) rows.close();
            keeping.giveBack(sql, real);
        }
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getDeclaringClass() != Object.class) return handler.invoke(self, method, arguments);
                    return switch (method.getName()) {
                        case "equals" -> self == arguments[0];
                        case "hashCode" -> System.identityHashCode(self);
                        default -> "keeping " + type.getSimpleName();
                    };
                }));
    }
}
