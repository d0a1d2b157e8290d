/** Conditions in GraphQL, which rules and badges share. */
@NullMarked
@NamedInterface("rule")
package dev.grapevine.api.earning.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
