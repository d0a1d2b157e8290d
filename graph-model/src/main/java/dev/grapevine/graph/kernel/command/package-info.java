/** Commands: callers, validation, results, rejections and idempotency. */
@NullMarked
package dev.grapevine.graph.kernel.command;

import org.jspecify.annotations.NullMarked;
