package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.Refusal;

import java.util.List;

/**
 * The ledger does not take back the entry that paid for a redemption. The caller has named the
 * redemption, and no entry.
 */
record EntryRefused(String code, String message) implements Refusal {

    @Override
    public List<String> path() {
        return List.of("redemptionId");
    }
}
