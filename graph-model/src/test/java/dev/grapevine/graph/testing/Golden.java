package dev.grapevine.graph.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Stored forms in checked-in files. Run with {@code -Dgrapevine.snapshot=write} after a change that
 * was meant, and commit the file; a change that old data do not survive takes the next layout
 * number.
 */
public final class Golden {

    private Golden() {}

    /** Fails unless a file of {@code src/test/resources} has exactly these lines. */
    public static void assertSame(String file, List<String> lines) throws IOException {
        var path = Path.of("src/test/resources", file);
        if ("write".equals(System.getProperty("grapevine.snapshot"))) {
            Files.write(path, lines);
        }
        assertThat(lines).isNotEmpty().isEqualTo(Files.readAllLines(path));
    }
}
