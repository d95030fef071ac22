package dev.ticketing.jdbc.faults;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A library that is loaded in this process, and the places where it keeps the addresses of functions that it calls in others:
 * writing another address there makes it call that instead. The ELF format of 64 bits, little endian.
 */
final class SharedLibrary {

    private static final int PT_DYNAMIC = 2;
    private static final int DT_PLTRELSZ = 2;
    private static final int DT_STRTAB = 5;
    private static final int DT_SYMTAB = 6;
    private static final int DT_RELA = 7;
    private static final int DT_RELASZ = 8;
    private static final int DT_JMPREL = 23;
    private static final int RELA_BYTES = 24;
    private static final int SYMBOL_BYTES = 24;

    private final long base;
    private final ByteBuffer file;
    private final Map<Integer, Long> dynamic = new LinkedHashMap<>();
    private final Map<Long, Pointer> changed = new LinkedHashMap<>();

    private SharedLibrary(long base, byte[] content) {
        this.base = base;
        this.file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        readDynamic();
    }

    /** Finds a loaded library by a part of its file's name. */
    static SharedLibrary loaded(String name) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
            String[] part = line.split("\\s+");
            if (part.length < 6 || !part[5].contains(name) || Long.parseLong(part[2], 16) != 0) continue;
            long start = Long.parseLong(part[0].substring(0, part[0].indexOf('-')), 16);
            return new SharedLibrary(start, Files.readAllBytes(Path.of(part[5])));
        }
        throw new IllegalStateException("not loaded: " + name);
    }

    /** Has the library call something else instead of a function. */
    void redirect(String function, Pointer to) {
        List<Long> places = places(function);
        if (places.isEmpty()) throw new IllegalStateException("does not call " + function);
        for (long place : places) {
            Pointer slot = new Pointer(base + place);
            changed.putIfAbsent(base + place, slot.getPointer(0));
            slot.setPointer(0, to);
        }
    }

    /** Has the library call what it called before. */
    void restore() {
        changed.forEach((place, before) -> new Pointer(place).setPointer(0, before));
        changed.clear();
    }

    private List<Long> places(String function) {
        List<Long> places = new ArrayList<>();
        collect(function, DT_RELA, DT_RELASZ, places);
        collect(function, DT_JMPREL, DT_PLTRELSZ, places);
        return places;
    }

    private void collect(String function, int table, int size, List<Long> places) {
        long start = dynamic.getOrDefault(table, 0L);
        long end = start + dynamic.getOrDefault(size, 0L);
        for (long at = start; at < end; at += RELA_BYTES) {
            int symbol = file.getInt((int) at + 12);
            if (symbol != 0 && name(symbol).equals(function)) places.add(file.getLong((int) at));
        }
    }

    private String name(int symbol) {
        int entry = Math.toIntExact(dynamic.get(DT_SYMTAB) + (long) symbol * SYMBOL_BYTES);
        int at = Math.toIntExact(dynamic.get(DT_STRTAB) + file.getInt(entry));
        int end = at;
        while (file.get(end) != 0) end++;
        return new String(file.array(), at, end - at, StandardCharsets.US_ASCII);
    }

    private void readDynamic() {
        int headers = Math.toIntExact(file.getLong(32));
        int size = file.getShort(54);
        for (int i = 0; i < file.getShort(56); i++) {
            int header = headers + i * size;
            if (file.getInt(header) != PT_DYNAMIC) continue;
            int at = Math.toIntExact(file.getLong(header + 8));
            for (; file.getLong(at) != 0; at += 16) dynamic.put((int) file.getLong(at), file.getLong(at + 8));
        }
    }
}
