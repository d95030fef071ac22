package dev.ticketing.samples.supportdesk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of this repository as tests read it: tables, blocks of Java, links, headings. */
record Markdown(Path file, List<String> lines) {

    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern BAR = Pattern.compile("\\|");

    /** Gives the folder that holds the build's wrapper. */
    static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent())
            if (Files.exists(folder.resolve("mvnw"))) return folder;
        throw new IllegalStateException("run the tests inside the repository");
    }

    /** Reads a page by its path from the root. */
    static Markdown page(String path) {
        return page(root().resolve(path));
    }

    /** Reads all pages that people read. */
    static List<Markdown> pages() {
        try (Stream<Path> top = Files.list(root());
                Stream<Path> docs = Files.walk(root().resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(Markdown::page)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the rows of the tables with these headings, cell by cell. */
    List<List<String>> table(String... headings) {
        List<List<String>> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (!line.startsWith("|")) inside = false;
            else if (cells(line).equals(List.of(headings))) inside = true;
            else if (inside && !line.startsWith("|---")) rows.add(cells(line));
        }
        if (rows.isEmpty()) throw new AssertionError(file + " has no table " + Arrays.toString(headings));
        return rows;
    }

    /** Gives the lines of the blocks of Java, without indentation. */
    List<List<String>> javaBlocks() {
        List<List<String>> blocks = new ArrayList<>();
        List<String> block = null;
        for (String line : lines) {
            if (line.equals("```java")) {
                block = new ArrayList<>();
                blocks.add(block);
            } else if (line.startsWith("```")) {
                block = null;
            } else if (block != null) {
                block.add(line.strip());
            }
        }
        return blocks;
    }

    /** Gives the targets of the links that stay inside the repository. */
    List<String> links() {
        return LINK.matcher(String.join("\n", lines))
                .results()
                .map(MatchResult::group)
                .map(link -> link.substring(link.indexOf("](") + 2, link.length() - 1))
                .filter(target -> !target.contains("://"))
                .toList();
    }

    /** Gives what links write after {@code #} to get to a heading. */
    List<String> anchors() {
        return lines.stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
                .toList();
    }

    /** Writes words as the pages write code. */
    static String code(Object word) {
        return "`" + word + "`";
    }

    static Markdown page(Path file) {
        try {
            return new Markdown(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = Arrays.asList(BAR.split(line.strip(), -1));
        return cells.subList(1, cells.size() - 1).stream().map(String::strip).toList();
    }
}
