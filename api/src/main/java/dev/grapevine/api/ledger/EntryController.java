package dev.grapevine.api.ledger;

import dev.grapevine.api.kernel.BatchMappings;
import dev.grapevine.api.kernel.NodeSource;
import dev.grapevine.api.kernel.Nodes;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.ledger.Hold;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.Wallet;
import dev.grapevine.graph.ledger.Wallets;
import dev.grapevine.graph.ledger.explain.Explanation;
import dev.grapevine.graph.ledger.explain.Explanations;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Resolves {@code explainEntry} and the relations of entries and holds. */
@Controller
class EntryController {

    private final Wallets wallets;
    private final Explanations explanations;
    private final Nodes nodes;

    EntryController(Wallets wallets, Explanations explanations, Nodes nodes) {
        this.wallets = wallets;
        this.explanations = explanations;
        this.nodes = nodes;
    }

    @Bean
    static NodeSource pointsEntryNodes(Wallets wallets) {
        return NodeSource.of("pte", wallets::entriesByIds);
    }

    @Bean
    static NodeSource holdNodes(Wallets wallets) {
        return NodeSource.of("hld", wallets::holdsByIds);
    }

    @QueryMapping
    @Nullable Explanation explainEntry(@Argument String entryId, Caller caller) {
        return explanations.explain(caller, entryId).orElse(null);
    }

    @BatchMapping(typeName = "PointsEntry", field = "wallet")
    Map<PointsEntry, Wallet> walletsOfEntries(List<PointsEntry> entries) {
        return BatchMappings.load(entries, PointsEntry::walletId, this::wallets);
    }

    @BatchMapping(typeName = "PointsEntry", field = "hold")
    Map<PointsEntry, Hold> holds(List<PointsEntry> entries) {
        return BatchMappings.load(
                entries, PointsEntry::holdId, ids -> wallets.holdsByIds(Caller.SYSTEM, ids));
    }

    @BatchMapping(typeName = "PointsEntry", field = "causedBy")
    Map<PointsEntry, Object> causes(List<PointsEntry> entries) {
        return BatchMappings.load(
                entries, PointsEntry::causedBy, ids -> nodes.byIds(Caller.SYSTEM, ids));
    }

    @BatchMapping(typeName = "PointsEntry", field = "reverses")
    Map<PointsEntry, PointsEntry> reversedEntries(List<PointsEntry> entries) {
        return BatchMappings.load(
                entries, PointsEntry::reverses, ids -> wallets.entriesByIds(Caller.SYSTEM, ids));
    }

    @BatchMapping(typeName = "Hold", field = "wallet")
    Map<Hold, Wallet> walletsOfHolds(List<Hold> holds) {
        return BatchMappings.load(holds, Hold::walletId, this::wallets);
    }

    private Map<String, Wallet> wallets(Collection<String> ids) {
        return wallets.byIds(Caller.SYSTEM, ids);
    }
}
