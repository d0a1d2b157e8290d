/**
 * Parts of GraphQL shared by the modules: nodes, references, paging and payloads; security, limits,
 * error handling and web pages in the sub-packages.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package dev.grapevine.api.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
