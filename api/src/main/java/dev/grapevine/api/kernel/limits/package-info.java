/** Limits of requests and operations. */
@NullMarked
package dev.grapevine.api.kernel.limits;

import org.jspecify.annotations.NullMarked;
