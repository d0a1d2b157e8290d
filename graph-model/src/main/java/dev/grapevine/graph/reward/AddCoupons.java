package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.Format;
import dev.grapevine.graph.kernel.command.Command;

import java.util.List;

/**
 * Command to add coupon codes to a reward.
 *
 * @param codes 1 to {@link Rewards#MAX_BATCH} codes in the format {@link #CODE}
 */
public record AddCoupons(String rewardId, List<String> codes) implements Command {

    /** Format of a code: 1 to 64 ASCII characters without blanks, case-sensitive. */
    public static final Format CODE =
            Format.of("^[\\x21-\\x7E]{1,64}$", "1 to 64 ASCII characters without blanks");

    @Override
    public String operation() {
        return "addCoupons";
    }
}
