/** Configuration of GraphQL: scalars, data loaders, documents and error codes. */
@NullMarked
package dev.grapevine.api.kernel.graphql;

import org.jspecify.annotations.NullMarked;
