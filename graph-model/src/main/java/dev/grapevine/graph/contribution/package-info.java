/**
 * What customers give a brand: ideas, reviews, reports, questions, answers. Others vote for them,
 * and the brand answers with stamps, so that no contribution vanishes without an answer.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "brand", "customer", "engagement"})
package dev.grapevine.graph.contribution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
