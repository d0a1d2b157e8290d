package dev.grapevine.embedded;

import org.neo4j.driver.AuthToken;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The embedded database of another process on the same folder, reached over Bolt at the address it
 * left there.
 */
record RunningNeo4j(URI address, Credentials credentials) implements Neo4jConnectionDetails {

    private static final String FILE = "neo4j.address";

    static RunningNeo4j in(Path folder, Credentials credentials) {
        try {
            return new RunningNeo4j(
                    URI.create(Files.readString(folder.resolve(FILE)).strip()), credentials);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The process that has " + folder + " open left no address there", e);
        }
    }

    /** Leaves the address of a database that has just started. */
    static void leaveAddress(Path folder, URI address) {
        try {
            Files.writeString(folder.resolve(FILE), address + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the database's address into " + folder, e);
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
