package dev.grapevine.embedded;

import org.neo4j.driver.AuthToken;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Connection to the embedded database of another process on the same folder, by the Bolt address in
 * the folder's address file.
 */
record RunningNeo4j(URI address, Credentials credentials) implements Neo4jConnectionDetails {

    private static final String FILE = "neo4j.address";

    static RunningNeo4j in(Path folder, Credentials credentials) {
        try {
            return new RunningNeo4j(
                    URI.create(Files.readString(folder.resolve(FILE)).strip()), credentials);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "No address file in "
                            + folder
                            + ", although another process has the folder open",
                    e);
        }
    }

    /** Writes the Bolt address of a started database to the address file. */
    static void writeAddress(Path folder, URI address) {
        try {
            Files.writeString(folder.resolve(FILE), address + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write the address of the database to " + folder, e);
        }
    }

    @Override
    public URI getUri() {
        return address;
    }

    @Override
    public AuthToken getAuthToken() {
        return credentials.token();
    }
}
