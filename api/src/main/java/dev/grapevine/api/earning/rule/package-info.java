/** Conditions in GraphQL, used by rules and badge criteria. */
@NullMarked
@NamedInterface("rule")
package dev.grapevine.api.earning.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
