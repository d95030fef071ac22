package dev.ticketing.samples.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Passes everything on to another DataSource and notes what was sent to the database: a batch once. Not thread-safe. */
final class CountingDataSource {

    private final DataSource counted;
    private final List<String> sent = new ArrayList<>();

    CountingDataSource(DataSource counted) {
        this.counted = counted;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, counted, "");
    }

    List<String> sent() {
        return List.copyOf(sent);
    }

    void clear() {
        sent.clear();
    }

    private <T> T proxy(Class<T> type, Object real, String sql) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    String name = method.getName();
                    String text = arguments != null && arguments.length > 0 && arguments[0] instanceof String given
                            ? given
                            : sql;
                    if (name.startsWith("execute")) sent.add(text);
                    if (name.equals("commit") || name.equals("setSavepoint") || name.equals("releaseSavepoint"))
                        sent.add(name);
                    try {
                        return wrapped(method.invoke(real, arguments), text);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private Object wrapped(Object result, String sql) {
        if (result instanceof Connection) return proxy(Connection.class, result, "");
        if (result instanceof CallableStatement || result instanceof java.sql.ResultSet) return result;
        if (result instanceof PreparedStatement) return proxy(PreparedStatement.class, result, sql);
        if (result instanceof Statement) return proxy(Statement.class, result, sql);
        return result;
    }
}
