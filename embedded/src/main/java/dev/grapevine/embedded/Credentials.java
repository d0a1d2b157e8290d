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
 * Credentials of the database user. The password is stored in {@code neo4j.password} in the data
 * folder, readable by the owner only.
 *
 * @param password generated at the first start: 192 random bits, URL-safe
 * @param isNew true if this start generated the password, so that the database does not have it yet
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
                    "Cannot write the database password to " + file.toAbsolutePath(), e);
        }
    }

    /**
     * Writes a file that only the owner can read, atomically: an interruption must not leave a
     * truncated password.
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
