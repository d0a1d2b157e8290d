/** Measurements beside other systems, with the same customers and referrals in both. */
@NullMarked
package dev.grapevine.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
