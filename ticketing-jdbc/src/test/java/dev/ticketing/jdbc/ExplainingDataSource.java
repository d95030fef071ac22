package dev.ticketing.jdbc;

import dev.ticketing.jdbc.servers.Scripts;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Passes everything on to another DataSource, and has a server say of each statement, with its values, how it is answered. */
final class ExplainingDataSource {

    private final DataSource explained;
    private final ServerExplanation.Engine engine;
    private final List<ServerExplanation> explanations = new ArrayList<>();

    ExplainingDataSource(DataSource explained, ServerExplanation.Engine engine) {
        this.explained = explained;
        this.engine = engine;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, explained, (method, arguments) -> {
            Object result = method.invoke(explained, arguments);
            return result instanceof Connection connection ? connection(connection) : result;
        });
    }

    /** Gives what was explained since the last time. */
    List<ServerExplanation> explanations() {
        List<ServerExplanation> since = List.copyOf(explanations);
        explanations.clear();
        return since;
    }

    private Connection connection(Connection opened) {
        return proxy(Connection.class, opened, (method, arguments) -> {
            Object result = method.invoke(opened, arguments);
            return method.getName().equals("prepareStatement")
                    ? statement(opened, (String) arguments[0], (PreparedStatement) result)
                    : result;
        });
    }

    private PreparedStatement statement(Connection connection, String sql, PreparedStatement prepared) {
        Map<Integer, Object> values = new TreeMap<>();
        return proxy(PreparedStatement.class, prepared, (method, arguments) -> {
            String name = method.getName();
            if (name.equals("setObject")) values.put((Integer) arguments[0], arguments[1]);
            else if (name.startsWith("set") && arguments[0] instanceof Integer && arguments.length > 1)
                throw new IllegalStateException(name + " is not replayed here");
            boolean runs = name.equals("execute") || name.equals("executeQuery") || name.equals("executeUpdate");
            List<ServerExplanation.Part> parts = parts(sql, List.copyOf(values.values()));
            if (!runs && !name.equals("addBatch") || parts.isEmpty()) return method.invoke(prepared, arguments);
            Object[] result = new Object[1];
            boolean begins = sql.contains("START TRANSACTION");
            explanations.addAll(engine.around(connection, begins, parts, () -> {
                result[0] = method.invoke(prepared, arguments);
            }));
            return result[0];
        });
    }

    /** What can be explained of a script, with the values of each. */
    private static List<ServerExplanation.Part> parts(String sql, List<Object> values) {
        List<ServerExplanation.Part> parts = new ArrayList<>();
        int from = 0;
        for (String statement : Scripts.statements(sql)) {
            int until = from + (int) statement.chars().filter(c -> c == '?').count();
            if (until > values.size()) return parts; // of a batch
            if (isExplainable(statement)) parts.add(new ServerExplanation.Part(statement, values.subList(from, until)));
            from = until;
        }
        return parts;
    }

    /** Values that are inserted are looked for nowhere. */
    private static boolean isExplainable(String sql) {
        String words = sql.strip();
        return words.matches("(?s)(SELECT|UPDATE|DELETE|WITH|\\().*") && !words.contains("currval")
                || words.startsWith("INSERT") && words.contains("SELECT");
    }

    private interface Call {
        Object of(Method method, Object[] arguments) throws ReflectiveOperationException, SQLException;
    }

    private static <T> T proxy(Class<T> type, T real, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return call.of(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
