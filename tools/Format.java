import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * Checks, or with {@code apply} mends, the format of all Java files: google-java-format, AOSP. It
 * is run by the JDK that compiles the code, because the formatter must know its language.
 */
public class Format {

    public static void main(String[] args) throws IOException {
        var isCheck = !List.of(args).contains("apply");
        var arguments = new ArrayList<>(List.of("--aosp"));
        arguments.addAll(
                isCheck ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace"));
        for (var module : List.of("embedded", "graph-model", "api", "benchmarks", "tools")) {
            try (var files = Files.walk(Path.of(module))) {
                files.map(Path::toString)
                        .filter(file -> file.endsWith(".java") && !file.contains("/target/"))
                        .forEach(arguments::add);
            }
        }
        var formatter = ToolProvider.findFirst("google-java-format").orElseThrow();
        var status = formatter.run(System.out, System.err, arguments.toArray(String[]::new));
        if (!isCheck) {
            // What it breaks anew at the first time it may join at the second.
            status = formatter.run(System.out, System.err, arguments.toArray(String[]::new));
        }
        if (isCheck && status != 0) {
            System.err.println("These files are not formatted; run: mvn -N verify -Dformat=apply");
        }
        System.exit(status);
    }
}
