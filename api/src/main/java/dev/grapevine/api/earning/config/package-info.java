/** Rules, limits and tiers in GraphQL. */
@NullMarked
package dev.grapevine.api.earning.config;

import org.jspecify.annotations.NullMarked;
