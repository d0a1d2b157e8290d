package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Refusal;
import dev.grapevine.graph.points.ReversalGuard;

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

    private static final CypherFile PAID_BY =
            CypherFile.of(RedemptionGuard.class, "redemption-paid-by");

    private final Graph graph;

    RedemptionGuard(Graph graph) {
        this.graph = graph;
    }

    @Override
    public Optional<Refusal> obstacle(Caller caller, String entryId) {
        return graph.read(PAID_BY, Map.of("entryId", entryId), row -> row).stream()
                .filter(row -> caller.sees(row.get("brandId").asString()))
                .<Refusal>map(row -> new PaysRedemption(row.get("redemptionId").asString()))
                .findFirst();
    }
}
