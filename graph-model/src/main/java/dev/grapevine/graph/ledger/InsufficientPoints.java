package dev.grapevine.graph.ledger;

import dev.grapevine.graph.kernel.command.Rejection;

import java.util.List;

/**
 * The wallet holds less than the redemption needs. The answer stays the same under its idempotency
 * key, even when points have come in since.
 *
 * @param balance what the wallet held when it was asked
 * @param required what was asked for
 */
public record InsufficientPoints(long balance, long required) implements Rejection {

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
