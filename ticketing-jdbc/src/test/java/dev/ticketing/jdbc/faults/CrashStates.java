package dev.ticketing.jdbc.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What a disk can hold after a power cut: everything that was synced before, and any part of what was written since, in any
 * order, down to single sectors.
 */
final class CrashStates {

    private static final int SECTOR = 512;

    private final List<DiskLog.Event> events;

    CrashStates(List<DiskLog.Event> events) {
        this.events = events;
    }

    int size() {
        return events.size();
    }

    /** Lists what was acknowledged before an event. */
    List<Done> acknowledgedBefore(int cut) {
        List<Done> all = new ArrayList<>();
        for (DiskLog.Event event : events.subList(0, cut))
            if (event instanceof DiskLog.Acknowledged done) all.add(done.what());
        return all;
    }

    /** Cuts the power before an event, and writes what is left into an empty folder. */
    void write(int cut, Path folder, Random random) throws IOException {
        Map<Integer, Content> files = new HashMap<>();
        Map<String, Integer> names = new HashMap<>();
        List<DiskLog.Event> renamed = new ArrayList<>();
        for (DiskLog.Event event : events.subList(0, cut)) {
            if (event instanceof DiskLog.Created made) {
                files.put(made.file(), new Content());
                renamed.add(made);
            } else if (event instanceof DiskLog.Unlinked) renamed.add(event);
            else if (event instanceof DiskLog.FolderSynced) {
                for (DiskLog.Event change : renamed) apply(change, names);
                renamed.clear();
            } else if (event instanceof DiskLog.Written written)
                files.get(written.file()).pending.add(written);
            else if (event instanceof DiskLog.Resized resized)
                files.get(resized.file()).pending.add(resized);
            else if (event instanceof DiskLog.Synced synced)
                files.get(synced.file()).sync();
        }
        boolean allNames = random.nextBoolean();
        for (DiskLog.Event change : renamed) if (allNames || random.nextBoolean()) apply(change, names);
        for (Map.Entry<String, Integer> name : names.entrySet())
            Files.write(
                    folder.resolve(name.getKey()), files.get(name.getValue()).afterCrash(random));
    }

    private static void apply(DiskLog.Event change, Map<String, Integer> names) {
        if (change instanceof DiskLog.Created made) names.put(made.name(), made.file());
        if (change instanceof DiskLog.Unlinked gone) names.remove(gone.name());
    }

    /** A file: what is safe, and what is on its way. */
    private static final class Content {

        private byte[] bytes = new byte[0];
        private int size;
        private final List<DiskLog.Event> pending = new ArrayList<>();

        void sync() {
            pending.forEach(this::apply);
            pending.clear();
        }

        byte[] afterCrash(Random random) {
            int kind = random.nextInt(5);
            int kept = random.nextInt(pending.size() + 1);
            for (int i = 0; i < pending.size(); i++) {
                DiskLog.Event event = pending.get(i);
                switch (kind) {
                    case 0 -> {} // nothing of it
                    case 1 -> apply(event); // all of it
                    case 2 -> { // as far as it came
                        if (i < kept) apply(event);
                        else if (i == kept) torn(event, random);
                    }
                    case 3 -> { // some, in whatever order
                        if (random.nextBoolean()) apply(event);
                    }
                    default -> torn(event, random);
                }
            }
            return Arrays.copyOf(bytes, size);
        }

        private void torn(DiskLog.Event event, Random random) {
            if (!(event instanceof DiskLog.Written written)) {
                if (random.nextBoolean()) apply(event);
                return;
            }
            int at = 0;
            while (at < written.bytes().length) {
                long offset = written.offset() + at;
                int length = (int) Math.min(SECTOR - offset % SECTOR, written.bytes().length - at);
                if (random.nextBoolean()) put(offset, written.bytes(), at, length);
                at += length;
            }
        }

        private void apply(DiskLog.Event event) {
            if (event instanceof DiskLog.Written written)
                put(written.offset(), written.bytes(), 0, written.bytes().length);
            if (event instanceof DiskLog.Resized resized) {
                grow(Math.toIntExact(resized.size()));
                if (resized.size() < size) Arrays.fill(bytes, (int) resized.size(), size, (byte) 0);
                size = Math.toIntExact(resized.size());
            }
        }

        private void put(long offset, byte[] from, int at, int length) {
            int end = Math.toIntExact(offset + length);
            grow(end);
            System.arraycopy(from, at, bytes, (int) offset, length);
            size = Math.max(size, end);
        }

        private void grow(int end) {
            if (end > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
        }
    }
}
