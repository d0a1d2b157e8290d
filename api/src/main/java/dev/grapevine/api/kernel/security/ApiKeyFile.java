package dev.grapevine.api.kernel.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A file, readable for its owner only, with the keys that Grapevine issued by itself: one {@code
 * name=key} a line.
 */
@Component
public class ApiKeyFile {

    private final Path path;

    ApiKeyFile(@Value("${grapevine.keys}") Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    public Path path() {
        return path;
    }

    public Map<String, String> read() {
        var keys = new LinkedHashMap<String, String>();
        try {
            if (Files.exists(path)) {
                Files.readAllLines(path).stream()
                        .map(line -> line.split("=", 2))
                        .filter(parts -> parts.length == 2)
                        .forEach(parts -> keys.put(parts[0], parts[1]));
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the keys in " + path, e);
        }
    }

    public void add(Map<String, String> keys) {
        var all = read();
        all.putAll(keys);
        var text =
                all.entrySet().stream()
                        .map(key -> key.getKey() + "=" + key.getValue() + "\n")
                        .collect(Collectors.joining());
        try {
            Files.createDirectories(path.getParent());
            // Whole or not at all: a kill in between must not leave half of the keys.
            var draft =
                    Files.createTempFile(
                            path.getParent(),
                            "api.keys",
                            ".draft",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, text);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the keys in " + path, e);
        }
    }
}
