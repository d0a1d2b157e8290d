package dev.grapevine.graph.reward.redemption;

import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.ledger.ReversalGuard;

import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Optional;

/**
 * Guard that rejects the reversal of entries that paid for redemptions, cancelled ones included,
 * whose points may be forfeited or expired. An entry and its redemption are written in one
 * transaction, so that both are visible or neither is.
 */
@Component
class RedemptionGuard implements ReversalGuard {

    private static final CypherStatement PAID_BY =
            CypherStatement.of(RedemptionGuard.class, "redemption-paid-by");

    private final GraphClient graph;

    RedemptionGuard(GraphClient graph) {
        this.graph = graph;
    }

    @Override
    public Optional<Rejection> rejection(Caller caller, String entryId) {
        return graph.read(PAID_BY, Map.of("entryId", entryId), row -> row).stream()
                .filter(row -> caller.sees(row.get("brandId").asString()))
                .<Rejection>map(row -> new PaysRedemption(row.get("redemptionId").asString()))
                .findFirst();
    }
}
