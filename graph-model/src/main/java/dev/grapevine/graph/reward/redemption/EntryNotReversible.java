package dev.grapevine.graph.reward.redemption;

import dev.grapevine.graph.kernel.command.Rejection;

import java.util.List;

/**
 * The ledger does not take back the entry that paid for a redemption. The caller has named the
 * redemption, and no entry.
 */
record EntryNotReversible(String code, String message) implements Rejection {

    @Override
    public List<String> path() {
        return List.of("redemptionId");
    }
}
