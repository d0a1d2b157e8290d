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

    /** Returns the folders of main classes: those of each module among the roots. */
    private List<Path> mainRoots() {
        return roots().stream()
                .filter(root -> root.endsWith("src"))
                .map(root -> root.resolve("main"))
                .toList();
    }

    private List<Path> mainFiles(String suffix) {
        return mainRoots().stream().flatMap(it -> SourceFiles.in(it, suffix).stream()).toList();
    }

    @Test
    default void packagesHoldAtMostTwentyFilesOrTheirListedNumber() {
        var large = new TreeMap<String, Integer>();
        var listed = new TreeMap<String, Integer>();
        for (var root : mainRoots()) {
            var java = root.resolve("java");
            var sizes = SourceFiles.packageSizes(java);
            assertThat(sizes).isNotEmpty();
            sizes.values().removeIf(size -> size <= MAX_FILES_PER_PACKAGE);
            large.putAll(sizes);
            var rootPackage = SourceFiles.rootPackage(java);
            LargePackages.read()
                    .forEach(
                            (name, size) -> {
                                if ((name + ".").startsWith(rootPackage)) {
                                    listed.put(name, size);
                                }
                            });
        }
        assertThat(large)
                .as(
                        "Packages of more than 20 files, against large-packages.txt. Split the"
                            + " package; if it has become smaller, lower its number or remove it.")
                .isEqualTo(listed);
    }

    @Test
    default void filesHaveAtMost250Lines() {
        var files = new ArrayList<>(mainFiles(".java"));
        files.addAll(mainFiles(".cypher"));
        assertThat(files).isNotEmpty();
        assertThat(files)
                .filteredOn(file -> SourceFiles.lines(file).size() > MAX_LINES_PER_FILE)
                .isEmpty();
    }

    @Test
    default void methodsHaveAtMost40Lines() {
        var methods = JavaMethods.in(mainFiles(".java"));
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
