/**
 * Connection of the driver to an embedded database in the same process, without Bolt: statements
 * run on the database's own Java interface, about eighty times cheaper for a read. The driver finds
 * it by the scheme {@code embedded} through its service loader; sessions, transactions, records and
 * errors are the driver's own.
 */
@org.jspecify.annotations.NullMarked
package dev.grapevine.embedded.inprocess;
