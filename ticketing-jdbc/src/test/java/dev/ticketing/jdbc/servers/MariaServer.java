package dev.ticketing.jdbc.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** MariaDB from its Maven artifact. We start it ourselves: a starter library could not be killed, and brings a framework. */
final class MariaServer implements Server {

    /** A large database may have much to recover. */
    private static final int PATIENCE_SECONDS = 300;

    private final Path program = MariaProgram.folder();
    private final Path folder;
    private final List<String> settings;
    private final int port;
    private Process running;

    /** Starts on what the folder holds, or on system tables of its own making. */
    MariaServer(Path folder, List<String> settings) {
        this.folder = folder.toAbsolutePath();
        this.settings = settings;
        try {
            Files.createDirectories(folder);
            this.port = freePort();
            if (!Files.exists(data())) createSystemTables();
            this.running = start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Small, in a temporary folder. */
    static MariaServer temporary(String collation, boolean durable) {
        String safe = durable ? "1" : "0";
        try {
            return new MariaServer(
                    Files.createTempDirectory("ticketing-mariadb"),
                    List.of(
                            "--character-set-server=" + collation.substring(0, collation.indexOf('_')),
                            "--collation-server=" + collation,
                            "--default-time-zone=+12:45",
                            "--max-connections=300",
                            "--performance-schema=OFF",
                            "--innodb-buffer-pool-size=64M",
                            "--innodb-log-file-size=32M",
                            "--innodb-flush-log-at-trx-commit=" + safe,
                            "--innodb-doublewrite=" + safe));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?user=root&sslMode=disable";
    }

    @Override
    public void kill() {
        running.destroyForcibly().onExit().join();
    }

    @Override
    public void restart() {
        try {
            running = start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
        Folders.remove(folder);
    }

    /** Ends it in order and leaves its data. */
    void stop() {
        running.destroy();
        running.onExit().join();
    }

    /** What mariadb-install-db does, without a shell. */
    private void createSystemTables() throws IOException {
        Files.createDirectories(data().resolve("mysql"));
        List<String> command = command();
        command.addAll(
                List.of("--bootstrap", "--log-warnings=0", "--enforce-storage-engine=", "--net-buffer-length=16K"));
        Process bootstrap = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("bootstrap.log").toFile())
                .start();
        try (OutputStream sql = bootstrap.getOutputStream()) {
            sql.write("create database if not exists mysql;\nuse mysql;\nSET @auth_root_socket=NULL;\n"
                    .getBytes(StandardCharsets.UTF_8));
            for (String script : List.of("tables", "tables_data"))
                Files.copy(program.resolve("share/mariadb_system_" + script + ".sql"), sql);
        }
        if (bootstrap.onExit().join().exitValue() != 0)
            throw new IllegalStateException(Files.readString(folder.resolve("bootstrap.log")));
    }

    private Process start() throws IOException {
        List<String> command = command();
        command.addAll(List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                // none: its path would be too long in some folders
                "--socket=",
                "--pid-file=" + folder.resolve("pid"),
                // with TLS it makes a certificate first, for half a minute
                "--skip-ssl",
                "--skip-name-resolve"));
        Process server = new ProcessBuilder(command).redirectErrorStream(true).start();
        awaitReady(server);
        return server;
    }

    private List<String> command() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                program.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + program,
                "--datadir=" + data(),
                // a server that starts removes what it finds of temporary tables, those of other servers, too
                "--tmpdir=" + folder,
                "--innodb-use-native-aio=0"));
        command.addAll(settings);
        if (Integer.valueOf(0).equals(Files.getAttribute(folder, "unix:uid"))) command.add("--user=root");
        return command;
    }

    private static void awaitReady(Process server) {
        StringBuffer log = new StringBuffer();
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(server, log, ready), "MariaDB's log");
        reader.setDaemon(true);
        reader.start();
        boolean up = ready.completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        if (up) return;
        server.destroyForcibly();
        throw new IllegalStateException("MariaDB did not start:\n" + log);
    }

    private static void read(Process server, StringBuffer log, CompletableFuture<Boolean> ready) {
        try (BufferedReader lines = server.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!ready.isDone()) log.append(line).append('\n');
                if (line.contains("ready for connections")) ready.complete(true);
            }
        } catch (IOException e) {
            log.append(e);
        }
        ready.complete(false);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
