package dev.ticketing.samples.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** MariaDB from its Maven artifact, as it comes, with the commits that it acknowledges on the disk. */
final class MariaServer implements Servers {

    private static final int PATIENCE_SECONDS = 300;

    private final Path program = MariaProgram.folder();
    private final Path folder;
    private final int port;
    private final Process running;

    private MariaServer(Path folder) throws IOException {
        this.folder = folder;
        this.port = freePort();
        if (!Files.exists(data())) createSystemTables();
        this.running = start();
    }

    static MariaServer start(Path folder) throws IOException {
        MariaServer server = new MariaServer(folder.toAbsolutePath());
        Servers.createDatabase(
                server.url("mysql"),
                "SELECT 1 FROM information_schema.schemata WHERE schema_name = '" + DATABASE + "'",
                "CREATE DATABASE " + DATABASE);
        return server;
    }

    @Override
    public String url() {
        return url(DATABASE);
    }

    private String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?user=root&sslMode=disable";
    }

    @Override
    public void close() {
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
                "--socket=" + Path.of(System.getProperty("java.io.tmpdir"), "benchmark-" + port),
                "--pid-file=" + folder.resolve("pid"),
                // with TLS it makes a certificate first, for half a minute
                "--skip-ssl",
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--max-connections=200",
                "--innodb-flush-log-at-trx-commit=1"));
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
                "--innodb-buffer-pool-size=512M",
                "--innodb-use-native-aio=0"));
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
