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
 * A file with the API keys that Grapevine issued at a start, accessible to its owner only: one
 * {@code name=key} per line.
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
            throw new UncheckedIOException("Cannot read the API key file " + path, e);
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
            // Written atomically: a killed process must not leave an incomplete file.
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
            throw new UncheckedIOException("Cannot write the API key file " + path, e);
        }
    }
}
