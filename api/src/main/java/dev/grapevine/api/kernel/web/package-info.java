/** Static pages, health and error bodies over HTTP. */
@NullMarked
package dev.grapevine.api.kernel.web;

import org.jspecify.annotations.NullMarked;
