package dev.grapevine.graph.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Source files, read as text. */
final class SourceFiles {

    private SourceFiles() {}

    /** The files below a folder whose names end so; a file alone is itself. */
    static List<Path> in(Path root, String suffix) {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(suffix))
                    .filter(SourceFiles::isCommitted)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isCommitted(Path file) {
        var path = file.toString();
        return !path.contains("/node_modules/") && !path.contains("/target/");
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    static List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    /** The number of files of each package below a folder of Java sources. */
    static SortedMap<String, Integer> packageSizes(Path java) {
        var sizes = new TreeMap<String, Integer>();
        for (var file : in(java, ".java")) {
            var folder = java.relativize(file).getParent();
            sizes.merge(folder.toString().replace('/', '.'), 1, Integer::sum);
        }
        return sizes;
    }

    /** The package in which all classes below a folder lie, with a dot at its end. */
    static String rootPackage(Path java) {
        var packages = packageSizes(java);
        return commonPrefix(packages.firstKey() + ".", packages.lastKey() + ".");
    }

    private static String commonPrefix(String first, String last) {
        var length = Math.max(0, Arrays.mismatch(first.toCharArray(), last.toCharArray()));
        var common = first.equals(last) ? first : first.substring(0, length);
        return common.substring(0, common.lastIndexOf('.') + 1);
    }

    /** The lines of a list in {@code tools/source-rules} that are no comments. */
    static List<String> list(String name) {
        return lines(Path.of("../tools/source-rules", name)).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.toList());
    }
}
