package dev.ticketing.jdbc.faults;

import dev.ticketing.jdbc.servers.Scripts;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A pool of connections in which one call to the database goes wrong: the n-th after {@link #arm}. Counted are calls that can
 * reach the database; setting a parameter and getting a column cannot. A connection goes back to this pool as it was left, which
 * is noted as a complaint unless it was left as it was given.
 */
final class FaultyPool implements AutoCloseable {

    /** What is left out on purpose, to see that it is missed. */
    enum Cut {
        NOTHING,
        TRANSACTIONS,
        SAVEPOINTS
    }

    private static final Set<String> REACHING = Set.of(
            "getConnection",
            "createStatement",
            "prepareStatement",
            "prepareCall",
            "setAutoCommit",
            "setReadOnly",
            "setTransactionIsolation",
            "setSavepoint",
            "releaseSavepoint",
            "commit",
            "rollback",
            "execute",
            "executeQuery",
            "executeUpdate",
            "executeLargeUpdate",
            "executeBatch",
            "executeLargeBatch",
            "getGeneratedKeys",
            "next",
            "close");

    private final DataSource real;
    private final Cut cut;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Set<Connection> lent = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();

    private @Nullable Fault fault;
    private long strikesAt;
    private long calls;
    private boolean struck;
    private String struckCall = "";
    private int commits;

    FaultyPool(DataSource real, Cut cut) {
        this.real = real;
        this.cut = cut;
    }

    /** From now on calls count, and the one with this number goes wrong. */
    void arm(Fault how, long call) {
        fault = how;
        strikesAt = call;
        calls = 0;
        commits = 0;
        struck = false;
    }

    /** Nothing goes wrong any more. */
    void disarm() {
        fault = null;
    }

    long calls() {
        return calls;
    }

    boolean struck() {
        return struck;
    }

    String struckCall() {
        return struckCall;
    }

    /** How many commits the database has taken since the pool was armed. */
    int commits() {
        return commits;
    }

    /** Connections that did not come back, or came back in another state than they were given. */
    List<String> complaints() {
        List<String> all = new ArrayList<>(complaints);
        if (!lent.isEmpty()) all.add(lent.size() + " connections were not given back");
        return all;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (method, arguments) -> {
            if (!method.getName().equals("getConnection")) return call(real, method, arguments);
            // a pool that fails lends nothing
            reaching(null, "getConnection", () -> null);
            return new Lent(take()).proxy();
        });
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : idle) connection.close();
        for (Connection connection : lent) connection.close();
        idle.clear();
        lent.clear();
    }

    private Connection take() throws SQLException {
        Connection connection = idle.isEmpty() ? real.getConnection() : idle.pop();
        lent.add(connection);
        return connection;
    }

    private interface Step {
        @Nullable
        Object take() throws Throwable;
    }

    private interface Handler {
        @Nullable
        Object handle(Method method, @Nullable Object @Nullable [] arguments) throws Throwable;
    }

    private @Nullable Object reaching(@Nullable Lent on, String call, Step step) throws Throwable {
        if (on != null && on.lost) throw new SQLException("the connection was lost", "08003");
        Fault how = fault;
        if (how == null || ++calls != strikesAt) return step.take();
        struck = true;
        struckCall = call;
        if (how.made) step.take();
        if (how.loses && on != null) on.lose();
        throw new SQLException("injected", how.loses ? "08006" : "HY000");
    }

    /** A connection that was lent, with its state when it was. */
    private final class Lent {

        private final Connection connection;
        private final List<Object> before;
        private boolean lost;
        private boolean back;

        Lent(Connection connection) throws SQLException {
            this.connection = connection;
            this.before = state(connection);
        }

        Connection proxy() {
            return FaultyPool.proxy(Connection.class, (method, arguments) -> {
                String name = method.getName();
                if (name.equals("isClosed")) return back || lost;
                if (name.equals("isValid")) return !back && !lost;
                if (name.equals("close")) return giveBack();
                if (name.equals("abort")) return drop();
                if (back) throw new SQLException("used after it was given back", "08003");
                if (!REACHING.contains(name)) {
                    if (lost && !name.startsWith("get")) throw new SQLException("the connection was lost", "08003");
                    return wrapped(call(connection, method, arguments), "");
                }
                String sql =
                        arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : "";
                return reaching(this, name + " " + sql.strip(), () -> {
                    if (isCut(name, sql)) return instead(method);
                    if (cut == Cut.TRANSACTIONS && name.equals("prepareStatement") && arguments != null)
                        arguments[0] = Scripts.without(sql, FaultyPool::isOfTransaction);
                    Object result = call(connection, method, arguments);
                    if (name.equals("commit")) commits++;
                    return wrapped(result, sql);
                });
            });
        }

        private boolean isCut(String name, String sql) {
            boolean ofTransaction =
                    cut == Cut.TRANSACTIONS && Set.of("setAutoCommit", "commit").contains(name);
            boolean ofSavepoint = cut == Cut.SAVEPOINTS && name.endsWith("Savepoint");
            return ofTransaction || ofSavepoint || (cut != Cut.NOTHING && name.equals("rollback"));
        }

        private @Nullable Object instead(Method method) {
            return method.getReturnType() == Savepoint.class ? FaultyPool.proxy(Savepoint.class, (m, a) -> null) : null;
        }

        private @Nullable Object giveBack() throws Throwable {
            if (back) return null;
            back = true;
            lent.remove(connection);
            if (lost) return null;
            if (connection.isClosed()) return null;
            List<Object> now = state(connection);
            if (!now.equals(before)) complaints.add("came back as " + now + ", was given as " + before);
            if (Backend.isInTransaction(connection)) complaints.add("came back inside a transaction");
            idle.push(connection);
            return reaching(this, "close", () -> null);
        }

        private @Nullable Object drop() throws SQLException {
            lent.remove(connection);
            lost = true;
            back = true;
            end();
            return null;
        }

        private void lose() throws SQLException {
            if (lost) return;
            lost = true;
            idle.remove(connection);
            end();
        }

        /** The real one goes back to a pool, and a database rolls back what loses its connection. */
        private void end() throws SQLException {
            if (Backend.of(connection) != Backend.SQLITE && Backend.isInTransaction(connection))
                connection.createStatement().execute("ROLLBACK");
            connection.close();
        }

        private @Nullable Object wrapped(@Nullable Object result, String sql) {
            if (result instanceof CallableStatement || result == null) return result;
            if (result instanceof PreparedStatement real) return statement(PreparedStatement.class, real, sql);
            if (result instanceof Statement real) return statement(Statement.class, real, sql);
            if (result instanceof ResultSet real) return rows(real);
            return result;
        }

        private <S extends Statement> S statement(Class<S> type, S statement, String prepared) {
            return FaultyPool.proxy(type, (method, arguments) -> {
                String name = method.getName();
                if (name.equals("isClosed")) return lost || statement.isClosed();
                if (lost && name.equals("close")) return null;
                if (!REACHING.contains(name)) {
                    if (lost) throw new SQLException("the connection was lost", "08003");
                    return wrapped(call(statement, method, arguments), prepared);
                }
                String sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String text
                        ? text
                        : prepared;
                return reaching(this, name + " " + sql.strip(), () -> {
                    if (name.startsWith("execute") && isCutStatement(sql)) return noEffect(method);
                    Object result = call(statement, method, arguments);
                    if (name.startsWith("execute") && Scripts.commits(sql)) commits++;
                    return wrapped(result, sql);
                });
            });
        }

        private boolean isCutStatement(String sql) {
            return cut == Cut.TRANSACTIONS
                    && Scripts.statements(sql).size() == 1
                    && isOfTransaction(Scripts.statements(sql).get(0));
        }

        private @Nullable Object noEffect(Method method) {
            if (method.getReturnType() == boolean.class) return false;
            return method.getReturnType() == int.class ? (Object) 0 : null;
        }

        private ResultSet rows(ResultSet rows) {
            return FaultyPool.proxy(ResultSet.class, (method, arguments) -> {
                String name = method.getName();
                if (lost && name.equals("close")) return null;
                if (lost) throw new SQLException("the connection was lost", "08003");
                if (!REACHING.contains(name)) return wrapped(call(rows, method, arguments), "");
                return reaching(this, "row " + name, () -> call(rows, method, arguments));
            });
        }
    }

    private static boolean isOfTransaction(String statement) {
        return statement.startsWith("BEGIN DEFERRED")
                || statement.startsWith("BEGIN IMMEDIATE")
                || statement.startsWith("START TRANSACTION")
                || statement.startsWith("SET TRANSACTION")
                || statement.equals("COMMIT")
                || statement.equals("ROLLBACK");
    }

    private static List<Object> state(Connection connection) throws SQLException {
        return List.of(connection.getAutoCommit(), connection.getTransactionIsolation(), connection.isReadOnly());
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        Object[] self = new Object[1];
        self[0] = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class)
                return switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> "faulty " + type.getSimpleName();
                };
            return handler.handle(method, arguments);
        });
        return type.cast(self[0]);
    }
}
