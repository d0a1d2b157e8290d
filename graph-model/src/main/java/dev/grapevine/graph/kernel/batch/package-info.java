/**
 * Batching of concurrent calls: commands that arrive while a transaction commits share the next
 * one.
 */
@NullMarked
package dev.grapevine.graph.kernel.batch;

import org.jspecify.annotations.NullMarked;
