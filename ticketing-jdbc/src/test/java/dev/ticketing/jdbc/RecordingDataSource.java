package dev.ticketing.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.sqlite.ProgressHandler;

/** Passes everything on to another DataSource and notes each statement, and how much work SQLite's machine did for them. */
final class RecordingDataSource {

    /** How many steps of SQLite's machine are counted as one. */
    private static final int STEPS = 10;

    private final List<String> statements = new ArrayList<>();
    private long steps;
    private final DataSource recorded;

    RecordingDataSource(DataSource recorded) {
        this.recorded = recorded;
    }

    DataSource dataSource() {
        return proxy(
                DataSource.class,
                recorded,
                (method, result, arguments) ->
                        method.equals("getConnection") ? connection((Connection) result) : result);
    }

    /** Forgets what was noted. */
    void clear() {
        statements.clear();
        steps = 0;
    }

    /** What was prepared since, but for the limits of transactions. */
    List<String> statements() {
        return statements.stream()
                .map(String::strip)
                .filter(sql -> !sql.startsWith("BEGIN") && !sql.equals("COMMIT") && !sql.equals("ROLLBACK"))
                .toList();
    }

    /** How many steps SQLite's machine took since, to within a few. */
    long steps() {
        return steps * STEPS;
    }

    private Connection connection(Connection opened) throws Exception {
        ProgressHandler.setHandler(opened.unwrap(org.sqlite.SQLiteConnection.class), STEPS, new ProgressHandler() {
            @Override
            protected int progress() {
                steps++;
                return 0;
            }
        });
        return proxy(Connection.class, opened, (method, result, arguments) -> {
            if (method.equals("prepareStatement")) statements.add((String) arguments[0]);
            return result;
        });
    }

    private interface After {
        Object change(String method, Object result, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, T real, After after) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return after.change(method.getName(), method.invoke(real, arguments), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
