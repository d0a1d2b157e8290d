package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.Command;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Asks for coupon codes to be added to a reward.
 *
 * @param codes 1 to {@link Rewards#LARGEST_BATCH}, each as in {@link #CODE}
 */
public record AddCoupons(String rewardId, List<String> codes) implements Command {

    /** What a code looks like: 1 to 64 ASCII characters without blanks. Case matters. */
    public static final Pattern CODE = Pattern.compile("^[\\x21-\\x7E]{1,64}$");

    @Override
    public String operation() {
        return "addCoupons";
    }
}
