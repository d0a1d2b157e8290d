/**
 * Who may call: the partners of a brand, each with an API key for this brand only, and the
 * administrator. A key is shown once and stored as a hash.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "brand"})
package dev.grapevine.graph.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
