package dev.grapevine.graph.ledger;

import dev.grapevine.graph.kernel.command.Rejection;

import java.util.List;

/**
 * Rejection of an award that exceeds a limit of the caller.
 *
 * @param limitName scope of the limit: "per call", "per customer and day" or "in total"
 * @param amount points to award
 * @param limit maximum points that the caller may award within the scope
 * @param remaining points that the caller may still award within the scope
 */
public record AwardLimitExceeded(String limitName, long amount, long limit, long remaining)
        implements Rejection {

    @Override
    public String code() {
        return "AWARD_LIMIT_EXCEEDED";
    }

    @Override
    public String message() {
        return "amount "
                + amount
                + " exceeds the caller's limit of "
                + limit
                + " points "
                + limitName
                + ", of which "
                + remaining
                + " remain.";
    }

    @Override
    public List<String> path() {
        return List.of("amount");
    }
}
