/** Redemptions of rewards: eligibility, payment with points, cancellation. */
@NullMarked
@NamedInterface("redemption")
package dev.grapevine.graph.reward.redemption;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
