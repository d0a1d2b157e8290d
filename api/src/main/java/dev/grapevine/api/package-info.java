/**
 * The GraphQL API: one module per module of the graph model, a shared kernel, and the main class.
 */
@NullMarked
package dev.grapevine.api;

import org.jspecify.annotations.NullMarked;
