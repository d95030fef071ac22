package dev.ticketing.contract;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Which package may know which: a positive table. What may be known is written as a package ({@code dev.ticketing.spi}), as a
 * package with all below it ({@code org.jdbi.*}) or as a module of the JDK ({@code java.base}).
 */
public final class Rooms {

    private static final Pattern KNOWS = Pattern.compile("\\s+(\\S+)\\s+-> (\\S+)\\s+(\\S.*)");

    private final Set<String> everywhere;
    private final Map<String, Set<String>> rooms = new LinkedHashMap<>();
    private final Map<String, Set<String>> exceptions = new LinkedHashMap<>();

    private Rooms(Set<String> everywhere) {
        this.everywhere = everywhere;
    }

    /** Starts a table. @param known what every room may know @return a table without rooms */
    public static Rooms knowing(String... known) {
        return new Rooms(Set.of(known));
    }

    /** Adds a package. @param name the package @param known what it may know besides itself @return this table */
    public Rooms room(String name, String... known) {
        rooms.put(name, Set.of(known));
        return this;
    }

    /** Lets one class know more than its room. @param name the class @param known what it may know @return this table */
    public Rooms exception(String name, String... known) {
        exceptions.put(name, Set.of(known));
        return this;
    }

    /**
     * Compares the table with compiled classes.
     *
     * @param classes the folder that holds them
     * @return every class that knows what it may not, and every class that is in no room
     */
    public List<String> violations(Path classes) {
        StringWriter found = new StringWriter();
        PrintWriter printer = new PrintWriter(found, true);
        int status = ToolProvider.findFirst("jdeps").orElseThrow().run(printer, printer, arguments(classes));
        if (status != 0) throw new AssertionError("jdeps failed: " + found);
        List<Matcher> lines = found.toString()
                .lines()
                .map(KNOWS::matcher)
                .filter(Matcher::matches)
                .toList();
        if (lines.isEmpty()) throw new AssertionError("no classes in " + classes + ": " + found);
        return lines.stream()
                .filter(line -> !isAllowed(line.group(1), line.group(2), line.group(3)))
                .map(line -> line.group(1) + " -> " + line.group(2))
                .distinct()
                .sorted()
                .toList();
    }

    /** Single files, since a folder with a module descriptor would need the modules that it requires. */
    private static String[] arguments(Path classes) {
        List<String> arguments = new ArrayList<>(List.of("-verbose:class", "-filter:none", "--multi-release", "base"));
        try (Stream<Path> files = Files.walk(classes)) {
            files.map(Path::toString)
                    .filter(file -> file.endsWith(".class") && !file.endsWith("module-info.class"))
                    .forEach(arguments::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return arguments.toArray(String[]::new);
    }

    private boolean isAllowed(String from, String to, String module) {
        String room = packageOf(from);
        if (!rooms.containsKey(room)) return false;
        return room.equals(packageOf(to))
                || covers(everywhere, to, module)
                || covers(rooms.get(room), to, module)
                || covers(exceptions.getOrDefault(outermost(from), Set.of()), to, module);
    }

    private static boolean covers(Set<String> known, String to, String module) {
        String target = packageOf(to);
        // a module of ours may be called like one of its packages, and must not be mistaken for it
        boolean ofJdk = module.startsWith("java.") || module.startsWith("jdk.");
        return (ofJdk && known.contains(module))
                || known.contains(target)
                || known.stream()
                        .filter(name -> name.endsWith(".*"))
                        .map(name -> name.substring(0, name.length() - 1))
                        .anyMatch(prefix -> (target + ".").startsWith(prefix));
    }

    private static String packageOf(String type) {
        int dot = type.lastIndexOf('.');
        return dot < 0 ? "" : type.substring(0, dot);
    }

    private static String outermost(String type) {
        int inner = type.indexOf('$');
        return inner < 0 ? type : type.substring(0, inner);
    }
}
