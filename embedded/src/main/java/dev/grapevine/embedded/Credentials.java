package dev.grapevine.embedded;

import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The database user and its password, kept in {@code neo4j.password} in the data folder, which only
 * the owner can read.
 *
 * @param password generated at the first start: 192 random bits, URL-safe
 * @param isNew whether this start generated it, so that the database has yet to learn it
 */
record Credentials(String password, boolean isNew) {

    static final String USER = "neo4j";
    private static final String FILE = "neo4j.password";

    static Credentials in(Path folder) {
        var file = folder.resolve(FILE);
        try {
            createForOwnerOnly(folder);
            createForOwnerOnly(folder.resolve("neo4j"));
            if (Files.exists(file)) {
                return new Credentials(Files.readString(file).strip(), false);
            }
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            var password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            write(file, password + "\n");
            return new Credentials(password, true);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot keep the database password in " + file.toAbsolutePath(), e);
        }
    }

    /**
     * For its owner only, and whole or not at all: a kill in between must not leave half a
     * password.
     */
    private static void write(Path file, String text) throws IOException {
        var draft =
                Files.createTempFile(
                        file.getParent(),
                        FILE,
                        ".draft",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    AuthToken token() {
        return AuthTokens.basic(USER, password);
    }

    private static void createForOwnerOnly(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
    }
}
