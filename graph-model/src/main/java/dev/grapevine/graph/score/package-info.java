/**
 * How engaged customers are, measured from their activities when somebody asks: by a version of one
 * of the brand's definitions, which says what counts and how much. A version never changes, so that
 * a series by it means the same tomorrow. Nothing is stored but the definitions.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "brand", "engagement"})
package dev.grapevine.graph.score;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
