package dev.ticketing.jdbc.faults;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Stands between SQLite's library and the operating system, and notes what it does to the files of one folder. Needs no compiler:
 * the library's own table of addresses is pointed at callbacks in here.
 */
final class RecordedFiles implements AutoCloseable {

    private static final int O_CREAT = 0x40;
    private static final int FOLDER = -1;

    /** As in C: path, flags, mode. */
    interface Open extends Callback {
        int call(String path, int flags, int mode);
    }

    /** As in C: file. */
    interface OfFile extends Callback {
        int call(int file);
    }

    /** As in C: file, size. */
    interface Resize extends Callback {
        int call(int file, long size);
    }

    /** As in C: file, bytes, how many, where. */
    interface Write extends Callback {
        long call(int file, Pointer bytes, long count, long offset);
    }

    /** As in C: path. */
    interface Unlink extends Callback {
        int call(String path);
    }

    private final NativeLibrary system = NativeLibrary.getInstance("c");
    private final String folder;
    private final DiskLog log;
    private final SharedLibrary sqlite;
    private final List<Callback> kept = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<Integer, Integer> open = new HashMap<>();
    private int files;

    RecordedFiles(Path folder, DiskLog log) throws IOException {
        this.folder = folder.toAbsolutePath().toString();
        this.log = log;
        this.sqlite = SharedLibrary.loaded("libsqlitejdbc");
        redirect("open64", (Open) this::opened);
        redirect("close", (OfFile) this::closed);
        redirect("pwrite64", (Write) this::written);
        redirect("ftruncate64", (Resize) this::resized);
        redirect("fsync", (OfFile) this::synced);
        redirect("unlink", (Unlink) this::unlinked);
    }

    /** Can be had on Linux only. */
    static boolean isPossible() {
        return System.getProperty("os.name").equals("Linux")
                && List.of("amd64", "aarch64").contains(System.getProperty("os.arch"));
    }

    /** A recorder that hears nothing proves nothing. */
    void requireSomething() {
        if (log.events().size() < 100) throw new IllegalStateException("hardly anything was recorded: " + log.events());
    }

    @Override
    public void close() {
        sqlite.restore();
    }

    private void redirect(String function, Callback to) {
        kept.add(to);
        sqlite.redirect(function, CallbackReference.getFunctionPointer(to));
    }

    private synchronized int opened(String path, int flags, int mode) {
        int file = real("open64").invokeInt(new Object[] {path, flags, mode});
        if (file < 0) return failed(file);
        if (path.equals(folder)) open.put(file, FOLDER);
        else if (isWatched(path)) open.put(file, number(path, flags));
        return file;
    }

    private int number(String path, int flags) {
        Integer known = names.get(path);
        if (known != null) return known;
        if ((flags & O_CREAT) == 0) throw new IllegalStateException("was there before the recording: " + path);
        int number = ++files;
        names.put(path, number);
        log.add(new DiskLog.Created(Path.of(path).getFileName().toString(), number));
        return number;
    }

    private synchronized int closed(int file) {
        open.remove(file);
        return failed(real("close").invokeInt(new Object[] {file}));
    }

    private synchronized long written(int file, Pointer bytes, long count, long offset) {
        long done = real("pwrite64").invokeLong(new Object[] {file, bytes, count, offset});
        Integer number = open.get(file);
        if (done > 0 && number != null)
            log.add(new DiskLog.Written(number, offset, bytes.getByteArray(0, Math.toIntExact(done))));
        if (done < 0) failed(-1);
        return done;
    }

    private synchronized int resized(int file, long size) {
        int result = real("ftruncate64").invokeInt(new Object[] {file, size});
        Integer number = open.get(file);
        if (result == 0 && number != null) log.add(new DiskLog.Resized(number, size));
        return failed(result);
    }

    /** Noted when it is done: what others wrote meanwhile may be on the disk or not. */
    private int synced(int file) {
        Integer number;
        synchronized (this) {
            number = open.get(file);
        }
        if (number == null) return failed(real("fsync").invokeInt(new Object[] {file}));
        // the log is what counts as disk here, so that a real one need not be waited for
        log.add(number == FOLDER ? new DiskLog.FolderSynced() : new DiskLog.Synced(number));
        return 0;
    }

    private synchronized int unlinked(String path) {
        int result = real("unlink").invokeInt(new Object[] {path});
        if (result == 0 && isWatched(path)) {
            names.remove(path);
            log.add(new DiskLog.Unlinked(Path.of(path).getFileName().toString()));
        }
        return failed(result);
    }

    /** The shared memory of a WAL is rebuilt after a crash, whatever is in it. */
    private boolean isWatched(String path) {
        return path.startsWith(folder + "/") && !path.endsWith("-shm");
    }

    private Function real(String name) {
        return system.getFunction(name);
    }

    private static int failed(int result) {
        if (result < 0) Native.setLastError(Native.getLastError());
        return result;
    }
}
