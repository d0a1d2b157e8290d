package dev.grapevine.graph.ledger;

import dev.grapevine.graph.kernel.command.Rejection;

import java.util.List;

/**
 * A caller may not give so many points.
 *
 * @param limit what they may give: per call, per customer and day, or in all
 * @param remaining what they may still give under this limit
 */
public record AwardLimitExceeded(String limitName, long limit, long remaining)
        implements Rejection {

    @Override
    public String code() {
        return "AWARD_LIMIT_EXCEEDED";
    }

    @Override
    public String message() {
        return "The caller may give "
                + limit
                + " points "
                + limitName
                + "; "
                + remaining
                + " are left.";
    }

    @Override
    public List<String> path() {
        return List.of("amount");
    }
}
