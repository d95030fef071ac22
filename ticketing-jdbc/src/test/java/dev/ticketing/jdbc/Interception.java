package dev.ticketing.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Told of every statement before it is executed and after it; either may throw, like a database that fails. */
interface Interception {

    /** Called on the thread that executes. */
    void before(String sql) throws SQLException;

    /** Called when the statement has had its effect. */
    default void after(String sql) throws SQLException {}

    /** Gives a DataSource whose statements are intercepted. */
    default DataSource over(DataSource real) {
        return proxy(DataSource.class, real, "");
    }

    private <T> T proxy(Class<T> type, T real, String sql) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    boolean executes = method.getName().startsWith("execute");
                    boolean named = arguments != null && arguments.length > 0 && arguments[0] instanceof String;
                    String words = named ? ((String) arguments[0]).strip() : sql;
                    if (executes) before(words);
                    try {
                        Object result = method.invoke(real, arguments);
                        if (executes) after(words);
                        if (result instanceof Connection connection) return proxy(Connection.class, connection, "");
                        if (result instanceof PreparedStatement statement)
                            return proxy(PreparedStatement.class, statement, words);
                        return result instanceof Statement statement ? proxy(Statement.class, statement, "") : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
