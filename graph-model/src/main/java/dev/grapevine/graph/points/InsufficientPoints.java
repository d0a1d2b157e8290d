package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Refusal;

import java.util.List;

/**
 * The wallet holds less than the redemption needs. The answer stays the same under its idempotency
 * key, even when points have come in since.
 *
 * @param balance what the wallet held when it was asked
 * @param required what was asked for
 */
public record InsufficientPoints(long balance, long required) implements Refusal {

    @Override
    public String code() {
        return "INSUFFICIENT_POINTS";
    }

    @Override
    public String message() {
        return "The wallet holds " + balance + " points; " + required + " are required.";
    }

    @Override
    public List<String> path() {
        return List.of("amount");
    }
}
