package dev.grapevine.graph.kernel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Cypher statement, stored in a file in the package of the class that runs it.
 *
 * @param name module and file, for example {@code ledger/session/save-wallets}; a tag of the metric
 *     {@code grapevine.graph.statement}
 * @param text text of the statement; all values are parameters
 */
public record CypherStatement(String name, String text) {

    /**
     * Reads {@code <name>.cypher} from the package of the given class.
     *
     * @throws IllegalArgumentException if the file does not exist
     */
    public static CypherStatement of(Class<?> owner, String name) {
        try (var file = owner.getResourceAsStream(name + ".cypher")) {
            if (file == null) {
                throw new IllegalArgumentException(
                        "No statement " + name + ".cypher in the package of " + owner.getName());
            }
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new CypherStatement(module(owner) + "/" + name, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String module(Class<?> owner) {
        return owner.getPackageName()
                .replaceFirst("^dev\\.grapevine\\.graph\\.", "")
                .replace('.', '/');
    }
}
