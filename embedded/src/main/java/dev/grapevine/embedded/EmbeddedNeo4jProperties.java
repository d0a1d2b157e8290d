package dev.grapevine.embedded;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;

/**
 * Where the embedded database lives and how it is reached.
 *
 * @param folder data folder; created at the first start, for its owner only
 * @param boltPort port of the Bolt connector on loopback; 0 takes any free one
 * @param pageCache memory for the store's pages, in Neo4j's notation ({@code 256m}, {@code 2g})
 * @param join connect to a process that already has the folder open, instead of refusing to start
 */
@ConfigurationProperties("grapevine.embedded")
record EmbeddedNeo4jProperties(
        @DefaultValue("data") Path folder,
        @DefaultValue("7687") int boltPort,
        @DefaultValue("512m") String pageCache,
        @DefaultValue("false") boolean join) {}
