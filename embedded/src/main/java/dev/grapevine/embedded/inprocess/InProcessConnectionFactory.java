package dev.grapevine.embedded.inprocess;

import org.neo4j.bolt.connection.BoltConnectionProvider;
import org.neo4j.bolt.connection.BoltConnectionProviderFactory;
import org.neo4j.bolt.connection.LoggingProvider;
import org.neo4j.bolt.connection.observation.ObservationProvider;
import org.neo4j.bolt.connection.values.ValueFactory;
import org.neo4j.dbms.api.DatabaseManagementService;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Factory of connections to the embedded databases of this process, as the driver's service loader
 * finds it. The address of a database is that of its Bolt connector with the scheme {@code
 * embedded}.
 */
public final class InProcessConnectionFactory implements BoltConnectionProviderFactory {

    private static final String SCHEME = "embedded";

    /** Databases by the authority of their address. */
    private static final Map<String, InProcessDatabase> DATABASES = new ConcurrentHashMap<>();

    /** Makes a starting database known; returns the address for the driver. */
    public static URI register(URI bolt, CompletionStage<DatabaseManagementService> server) {
        DATABASES.put(bolt.getAuthority(), new InProcessDatabase(server));
        return URI.create(SCHEME + "://" + bolt.getAuthority());
    }

    /** Ends all connections to a database that is about to stop. */
    public static void deregister(URI address) {
        var database = DATABASES.remove(address.getAuthority());
        if (database != null) {
            database.close();
        }
    }

    @Override
    public boolean supports(String scheme) {
        return SCHEME.equals(scheme);
    }

    @Override
    public BoltConnectionProvider create(
            LoggingProvider logging,
            ValueFactory values,
            ObservationProvider observations,
            Map<String, ?> additionalConfig) {
        return new InProcessConnectionProvider(DATABASES, values);
    }
}
