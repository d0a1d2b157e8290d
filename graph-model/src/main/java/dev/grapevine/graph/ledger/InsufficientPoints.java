package dev.grapevine.graph.ledger;

import dev.grapevine.graph.kernel.command.Rejection;

import java.util.List;

/**
 * Rejection of a debit that exceeds the balance. The rejection is final: it stays the result under
 * its idempotency key even after the balance suffices.
 *
 * @param balance available points of the wallet at the time of the command
 * @param required points that the command would debit
 */
public record InsufficientPoints(long balance, long required) implements Rejection {

    @Override
    public String code() {
        return "INSUFFICIENT_POINTS";
    }

    @Override
    public String message() {
        return "amount " + required + " exceeds the balance of " + balance + " points.";
    }

    @Override
    public List<String> path() {
        return List.of("amount");
    }
}
