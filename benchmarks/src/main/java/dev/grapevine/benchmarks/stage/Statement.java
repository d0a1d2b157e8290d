package dev.grapevine.benchmarks.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Cypher statement of the benchmarks, from the file with its name. */
public record Statement(String name, String text) {

    public static Statement of(String name) {
        try (var file = Statement.class.getResourceAsStream(name + ".cypher")) {
            if (file == null) {
                throw new IllegalStateException("No statement " + name + ".cypher");
            }
            return new Statement(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the statements of a file with several, separated by semicolons. */
    public List<Statement> each() {
        return Arrays.stream(text.split(";\\s*"))
                .filter(part -> !part.isBlank())
                .map(part -> new Statement(name, part))
                .toList();
    }
}
