/** Rules, earning limits and tier sets in GraphQL. */
@NullMarked
package dev.grapevine.api.earning.config;

import org.jspecify.annotations.NullMarked;
