/**
 * Versioned earning configuration of a brand: drafts, publishing and retiring of rules, limits and
 * tiers, and their validation.
 */
@NullMarked
@NamedInterface("config")
package dev.grapevine.graph.earning.config;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
