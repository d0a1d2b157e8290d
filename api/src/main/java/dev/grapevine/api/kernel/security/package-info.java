/** Authentication by API key, and the security filter chain. */
@NullMarked
package dev.grapevine.api.kernel.security;

import org.jspecify.annotations.NullMarked;
