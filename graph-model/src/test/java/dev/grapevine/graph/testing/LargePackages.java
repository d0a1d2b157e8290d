package dev.grapevine.graph.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The listed exceptions of package size: lines of {@code package number reason}. */
final class LargePackages {

    private static final Pattern LINE = Pattern.compile("([\\w.]+)\\s+(\\d+)\\s+(\\S.{9,})");

    private LargePackages() {}

    /** The listed number of files by package. */
    static Map<String, Integer> read() {
        var packages = new TreeMap<String, Integer>();
        for (var line : SourceFiles.list("large-packages.txt")) {
            var matcher = LINE.matcher(line);
            assertThat(matcher.matches()).as("package, number and reason in: " + line).isTrue();
            packages.put(matcher.group(1), Integer.valueOf(matcher.group(2)));
        }
        return packages;
    }
}
