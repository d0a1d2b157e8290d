package dev.grapevine.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A Cypher statement of the benchmark, from the file of its name. */
record Statement(String name, String text) {

    static Statement of(String name) {
        try (var file = Statement.class.getResourceAsStream(name + ".cypher")) {
            if (file == null) {
                throw new IllegalStateException("There is no statement " + name);
            }
            return new Statement(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The statements of a file that holds several. */
    List<Statement> each() {
        return Arrays.stream(text.split(";\\s*"))
                .filter(part -> !part.isBlank())
                .map(part -> new Statement(name, part))
                .toList();
    }
}
