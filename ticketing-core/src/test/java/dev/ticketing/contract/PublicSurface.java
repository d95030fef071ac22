package dev.ticketing.contract;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** What hosts can see of a module, as text: every public and protected member of its exported packages. */
final class PublicSurface {

    private PublicSurface() {}

    /** Describes packages. Types and members are sorted, so that moving one about changes nothing. */
    static List<String> of(Path classes, List<String> packages) throws IOException {
        List<String> surface = new ArrayList<>();
        for (String name : packages) {
            surface.add("package " + name);
            describe(classes.resolve(name.replace('.', '/'))).forEach((type, members) -> {
                surface.add(type);
                members.stream().sorted().forEach(surface::add);
            });
            surface.add("");
        }
        return surface;
    }

    private static Map<String, List<String>> describe(Path folder) throws IOException {
        Map<String, List<String>> types = new TreeMap<>();
        List<String> members = new ArrayList<>();
        for (String line : javap(folder)) {
            if (line.endsWith(" {")) {
                members = new ArrayList<>();
                if (line.startsWith("public ")) types.put(line.substring(0, line.length() - 2), members);
            } else if (line.startsWith("  ")) {
                members.add(line);
            }
        }
        return types;
    }

    private static List<String> javap(Path folder) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-protected"));
        try (Stream<Path> files = Files.list(folder)) {
            files.map(Path::toString)
                    .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                    .forEach(arguments::add);
        }
        StringWriter out = new StringWriter();
        PrintWriter printer = new PrintWriter(out, true);
        int status =
                ToolProvider.findFirst("javap").orElseThrow().run(printer, printer, arguments.toArray(String[]::new));
        if (status != 0) throw new AssertionError("javap failed: " + out);
        return out.toString().lines().toList();
    }
}
