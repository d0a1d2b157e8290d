/** Import of coupon codes from a file. */
@NullMarked
@NamedInterface("coupon")
package dev.grapevine.graph.reward.coupon;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
