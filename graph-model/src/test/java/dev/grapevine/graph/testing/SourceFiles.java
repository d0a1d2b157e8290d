package dev.grapevine.graph.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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

    /** The package of a file below {@code src/main/java}. */
    static String packageOf(Path file) {
        var folder = Path.of("src/main/java").relativize(file).getParent();
        return folder.toString().replace('/', '.');
    }

    /** The package in which all main classes of this module lie, with a dot at its end. */
    static String rootPackage() {
        var packages =
                in(Path.of("src/main/java"), ".java").stream()
                        .map(SourceFiles::packageOf)
                        .sorted()
                        .toList();
        return commonPrefix(packages.getFirst() + ".", packages.getLast() + ".");
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
