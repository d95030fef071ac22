package dev.ticketing.jdbc.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections of a process that dies at its n-th statement or commit: from then on nothing of it reaches the database. */
final class DyingDatabase {

    private final DataSource real;
    private final long dieAt;
    private final boolean made;
    private final boolean withTransactions;
    private final List<Connection> open = new ArrayList<>();
    private long statements;
    private boolean dead;

    /** Dies before the statement, or, if it is made, between the statement and its answer. */
    DyingDatabase(DataSource real, long dieAt, boolean made, boolean withTransactions) {
        this.real = real;
        this.dieAt = dieAt;
        this.made = made;
        this.withTransactions = withTransactions;
    }

    boolean isDead() {
        return dead;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, real);
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> handle(type, target, method, arguments)));
    }

    private @Nullable Object handle(
            Class<?> type, Object target, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        if (dead && name.equals("isClosed")) return true;
        if (dead && (name.equals("close") || name.equals("isValid"))) return name.equals("close") ? null : false;
        if (dead && type != DataSource.class && !name.startsWith("get"))
            throw new SQLException("the process is dead", "08003");
        if (dead && name.equals("getConnection")) throw new SQLException("the process is dead", "08001");
        boolean counts = name.startsWith("execute") || name.equals("commit");
        if (counts && ++statements == dieAt) {
            if (made && (withTransactions || !name.equals("commit"))) call(target, method, arguments);
            die();
            throw new SQLException("killed", "08006");
        }
        if (!withTransactions && (name.equals("setAutoCommit") || name.equals("commit") || name.equals("rollback")))
            return null;
        Object result = call(target, method, arguments);
        if (result instanceof Connection connection && name.equals("getConnection") && type == DataSource.class) {
            open.add(connection);
            return proxy(Connection.class, connection);
        }
        if (result instanceof CallableStatement) return result;
        if (result instanceof PreparedStatement statement) return proxy(PreparedStatement.class, statement);
        if (result instanceof Statement statement) return proxy(Statement.class, statement);
        return result;
    }

    private void die() throws SQLException {
        dead = true;
        for (Connection connection : open) if (!connection.isClosed()) connection.close();
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
