/**
 * Embedded Neo4j Community, for installations without a configured server. The database starts
 * before the driver, listens for Bolt on the loopback interface only, and requires a password that
 * only the owner of the data folder can read. No other package imports this one: the driver finds
 * it through {@code Neo4jConnectionDetails}.
 */
@org.jspecify.annotations.NullMarked
package dev.grapevine.embedded;
