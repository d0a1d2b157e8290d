package dev.grapevine.graph.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Rules for the sources of a module: the sizes of its packages, files and methods, and names that
 * do not come back. A module's test class implements this interface; the exceptions and the banned
 * names of all modules are in {@code tools/source-rules}.
 */
public interface SourceRules {

    int MAX_FILES_PER_PACKAGE = 20;
    int MAX_LINES_PER_FILE = 250;
    int MAX_LINES_PER_METHOD = 40;

    /** Files and folders whose names are checked: at least the module's own sources. */
    default List<Path> roots() {
        return List.of(Path.of("src"));
    }

    @Test
    default void packagesHoldAtMostTwentyFilesOrTheirListedNumber() {
        var sizes = new TreeMap<String, Integer>();
        for (var file : SourceFiles.in(Path.of("src/main/java"), ".java")) {
            sizes.merge(SourceFiles.packageOf(file), 1, Integer::sum);
        }
        var large = new TreeMap<>(sizes);
        large.values().removeIf(size -> size <= MAX_FILES_PER_PACKAGE);
        var listed = LargePackages.read();
        listed.keySet().removeIf(name -> !name.startsWith(SourceFiles.rootPackage()));
        assertThat(sizes).isNotEmpty();
        assertThat(large)
                .as(
                        "Packages of more than 20 files, against large-packages.txt. Split the"
                            + " package; if it has become smaller, lower its number or remove it.")
                .isEqualTo(listed);
    }

    @Test
    default void filesHaveAtMost250Lines() {
        var files = new ArrayList<>(SourceFiles.in(Path.of("src/main"), ".java"));
        files.addAll(SourceFiles.in(Path.of("src/main"), ".cypher"));
        assertThat(files).isNotEmpty();
        assertThat(files)
                .filteredOn(file -> SourceFiles.lines(file).size() > MAX_LINES_PER_FILE)
                .isEmpty();
    }

    @Test
    default void methodsHaveAtMost40Lines() {
        var methods = JavaMethods.in(SourceFiles.in(Path.of("src/main/java"), ".java"));
        assertThat(methods).isNotEmpty();
        assertThat(methods).filteredOn(it -> it.lines() > MAX_LINES_PER_METHOD).isEmpty();
    }

    @Test
    default void namesThatWereReplacedDoNotComeBack() {
        var banned = BannedNames.read();
        var files = roots().stream().flatMap(root -> SourceFiles.in(root, "").stream()).toList();
        assertThat(files).anyMatch(file -> file.toString().endsWith(".java"));
        assertThat(files.stream().flatMap(file -> banned.in(file).stream())).isEmpty();
    }
}
