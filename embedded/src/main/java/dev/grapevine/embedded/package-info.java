/**
 * Neo4j Community in the same JVM, for everyone who has not configured a server. It starts before
 * the driver does, listens for Bolt on loopback only, and asks for a password that only the owner
 * of the data folder can read. Nobody imports this package: the driver finds it through {@code
 * Neo4jConnectionDetails}.
 */
@org.jspecify.annotations.NullMarked
package dev.grapevine.embedded;
