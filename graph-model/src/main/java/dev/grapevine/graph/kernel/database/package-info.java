/**
 * Access to the database: statements, their execution under time-out, retry, circuit breaker and
 * bulkhead, and migrations.
 */
@NullMarked
package dev.grapevine.graph.kernel.database;

import org.jspecify.annotations.NullMarked;
