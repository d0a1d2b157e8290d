package dev.grapevine.embedded;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;
import java.util.Map;

/**
 * Settings of the embedded database.
 *
 * @param folder data folder; created at the first start, for its owner only
 * @param boltPort port of the Bolt connector on the loopback interface; 0 for any free port
 * @param pageCache size of the page cache, in Neo4j's notation ({@code 256m}, {@code 2g})
 * @param connection connection of the driver to the database; the Bolt connector is open for people
 *     and tools in either case
 * @param settings further settings of Neo4j by their names, which replace those that Grapevine sets
 * @param join true to connect to the process that has the folder open already, instead of failing
 */
@ConfigurationProperties("grapevine.embedded")
record EmbeddedNeo4jProperties(
        @DefaultValue("data") Path folder,
        @DefaultValue("7687") int boltPort,
        @DefaultValue("512m") String pageCache,
        @DefaultValue("in-process") Connection connection,
        @DefaultValue Map<String, String> settings,
        @DefaultValue("false") boolean join) {

    /** Connection of the driver to the embedded database. */
    enum Connection {
        IN_PROCESS,
        BOLT
    }
}
