package dev.grapevine.graph.kernel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * One Cypher statement, kept in a file of its own beside the class that runs it.
 *
 * @param name room and file, for example {@code points/award-points}; also the name of its metric
 * @param text the statement, parameters only
 */
public record CypherStatement(String name, String text) {

    /**
     * Reads {@code <name>.cypher} from the package of the given class.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public static CypherStatement of(Class<?> room, String name) {
        try (var file = room.getResourceAsStream(name + ".cypher")) {
            if (file == null) {
                throw new IllegalArgumentException(
                        "No statement " + name + ".cypher beside " + room.getName());
            }
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            var roomName =
                    room.getPackageName().substring(room.getPackageName().lastIndexOf('.') + 1);
            return new CypherStatement(roomName + "/" + name, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
