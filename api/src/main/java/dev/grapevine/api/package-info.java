/** Floor 2: the GraphQL face of the graph. The main class, and nothing else. */
@NullMarked
package dev.grapevine.api;

import org.jspecify.annotations.NullMarked;
