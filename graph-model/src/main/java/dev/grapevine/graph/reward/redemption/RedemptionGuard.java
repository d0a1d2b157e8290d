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
 * Keeps the entries that paid for redemptions from being taken back by themselves, also those of
 * cancelled ones: their points may have lapsed. An entry and its redemption are written in one
 * transaction, so whoever sees the one sees the other.
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
    public Optional<Rejection> obstacle(Caller caller, String entryId) {
        return graph.read(PAID_BY, Map.of("entryId", entryId), row -> row).stream()
                .filter(row -> caller.sees(row.get("brandId").asString()))
                .<Rejection>map(row -> new PaysRedemption(row.get("redemptionId").asString()))
                .findFirst();
    }
}
