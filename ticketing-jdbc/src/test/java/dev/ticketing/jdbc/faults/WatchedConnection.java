package dev.ticketing.jdbc.faults;

import dev.ticketing.jdbc.servers.Scripts;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A host's connection that notes whatever a guest must not do to it. */
final class WatchedConnection {

    private static final Set<String> OF_THE_HOST = Set.of(
            "commit",
            "close",
            "abort",
            "setAutoCommit",
            "setTransactionIsolation",
            "setReadOnly",
            "setHoldability",
            "setCatalog",
            "setSchema",
            "setClientInfo",
            "setNetworkTimeout",
            "setTypeMap",
            "beginRequest",
            "endRequest");

    /** What begins or ends a transaction, changes a setting, or, on MariaDB, commits without saying so. */
    private static final Pattern HOST_WORDS = Pattern.compile(
            "(CREATE|ALTER|DROP|TRUNCATE|RENAME|LOCK|UNLOCK|GRANT|REVOKE|ANALYZE|VACUUM|ATTACH|DETACH|REINDEX|PRAGMA|SET"
                    + "|RESET|DISCARD|BEGIN|START|COMMIT|END|ROLLBACK|ABORT|SAVEPOINT|RELEASE|CALL|DO|LISTEN|NOTIFY)\\b.*",
            Pattern.DOTALL);

    private final Connection real;
    private final boolean withSavepoints;
    private final List<String> complaints = new ArrayList<>();
    private final List<@Nullable Object> settings;
    private int statements;

    WatchedConnection(Connection real, boolean withSavepoints) throws SQLException {
        this.real = real;
        this.withSavepoints = withSavepoints;
        this.settings = settings();
    }

    /** What was done that is the host's to do, and which settings are no longer what they were. */
    List<String> complaints() throws SQLException {
        List<String> all = new ArrayList<>(complaints);
        if (!settings().equals(settings)) all.add("settings are " + settings() + ", were " + settings);
        return all;
    }

    /** How many statements ran here. */
    int statements() {
        return statements;
    }

    Connection connection() {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    String name = method.getName();
                    if (OF_THE_HOST.contains(name)) complaints.add(name);
                    if (name.equals("rollback") && arguments == null) complaints.add(name);
                    if (!withSavepoints && method.getReturnType() == Savepoint.class) return noSavepoint();
                    if (!withSavepoints && (name.equals("rollback") || name.equals("releaseSavepoint"))) return null;
                    if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) watch(sql);
                    Object result = call(real, method, arguments);
                    return result instanceof Statement made ? statement(method.getReturnType(), made) : result;
                });
    }

    private Object statement(Class<?> type, Statement made) {
        return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                statements++;
                if (arguments != null && arguments[0] instanceof String sql) watch(sql);
            }
            return call(made, method, arguments);
        });
    }

    private void watch(String sql) {
        for (String statement : Scripts.statements(sql))
            if (HOST_WORDS.matcher(statement.toUpperCase(Locale.ROOT)).matches()) complaints.add(statement);
    }

    private List<@Nullable Object> settings() throws SQLException {
        List<@Nullable Object> found = new ArrayList<>();
        found.add(real.getAutoCommit());
        found.add(real.getTransactionIsolation());
        found.add(real.isReadOnly());
        found.add(real.getHoldability());
        found.add(real.getCatalog());
        found.add(real.getSchema());
        found.add(real.getNetworkTimeout());
        found.add(String.valueOf(real.getClientInfo()));
        found.add(real.isClosed());
        return found;
    }

    private static Savepoint noSavepoint() {
        return (Savepoint) Proxy.newProxyInstance(
                WatchedConnection.class.getClassLoader(),
                new Class<?>[] {Savepoint.class},
                (self, method, arguments) -> null);
    }

    private static @Nullable Object call(
            Object target, java.lang.reflect.Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
