/**
 * The only way to the database: statements, their execution under time-out, retry, circuit breaker
 * and bulkhead, and the migrations of the schema.
 */
@NullMarked
package dev.grapevine.graph.kernel.database;

import org.jspecify.annotations.NullMarked;
