package dev.ticketing.jdbc;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import javax.sql.DataSource;

/** This module on a class path from which Flyway is missing. */
final class WithoutFlyway extends URLClassLoader {

    private WithoutFlyway() {
        super(classPath(), ClassLoader.getPlatformClassLoader());
    }

    /** Builds a {@link JdbcTicketing} there; the same driver lies under both class loaders. */
    static Object builder(DataSource database) throws Exception {
        try (WithoutFlyway loader = new WithoutFlyway()) {
            Class<?> ticketing = loader.loadClass(JdbcTicketing.class.getName());
            Object builder = ticketing.getMethod("builder", DataSource.class).invoke(null, database);
            return builder.getClass().getMethod("build").invoke(builder);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith("org.flywaydb.")) throw new ClassNotFoundException(name);
        return super.findClass(name);
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .map(WithoutFlyway::url)
                .toArray(URL[]::new);
    }

    private static URL url(File file) {
        try {
            return file.toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
