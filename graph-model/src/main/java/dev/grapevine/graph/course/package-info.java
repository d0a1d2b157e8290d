/**
 * One customer's way through a brand's rules: a fold over their activities, each in its place, that
 * says what each earns and why. It knows neither the database nor the clock: the same activities
 * under the same editions always come to the same result, whoever asks and whenever.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "rule"})
package dev.grapevine.graph.course;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
