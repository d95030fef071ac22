package dev.ticketing.jdbc.campaign;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** A DataSource whose statements are not what was asked for: how controls take a guard out. */
final class Rewriting {

    private final UnaryOperator<String> words;
    private final AtomicInteger changed = new AtomicInteger();

    Rewriting(UnaryOperator<String> words) {
        this.words = words;
    }

    /** How many statements were changed; a control that changes none shows nothing. */
    int changed() {
        return changed.get();
    }

    DataSource over(DataSource real) {
        return proxy(DataSource.class, real);
    }

    @SuppressWarnings("unchecked") // the proxy implements what it was asked to
    private <T> T proxy(Class<T> type, T real) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            boolean takesSql = arguments != null && arguments.length > 0 && arguments[0] instanceof String;
            if (takesSql && (real instanceof Connection || real instanceof Statement))
                arguments[0] = rewritten((String) arguments[0]);
            try {
                Object result = method.invoke(real, arguments);
                if (result instanceof Connection connection) return proxy(Connection.class, connection);
                boolean plain = result instanceof Statement && method.getReturnType() == Statement.class;
                return plain && method.getName().equals("createStatement")
                        ? proxy(Statement.class, (Statement) result)
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private String rewritten(String sql) {
        String other = words.apply(sql);
        if (!other.equals(sql)) changed.incrementAndGet();
        return other;
    }
}
