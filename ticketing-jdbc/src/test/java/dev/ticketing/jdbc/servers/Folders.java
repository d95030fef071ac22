package dev.ticketing.jdbc.servers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Temporary folders, removed with all that is in them. */
public final class Folders {

    private Folders() {}

    static void removeAtExit(Path folder) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
    }

    /** Removes a folder; what cannot be removed is told and left. */
    public static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            System.err.println("could not remove " + folder + ": " + e);
        }
    }
}
