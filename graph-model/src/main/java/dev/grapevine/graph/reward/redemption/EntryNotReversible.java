package dev.grapevine.graph.reward.redemption;

import dev.grapevine.graph.kernel.command.Rejection;

import java.util.List;

/**
 * Rejection of a cancellation because the ledger does not reverse the entry that paid for the
 * redemption. The path is the redemption, since the caller has named no entry.
 */
record EntryNotReversible(String code, String message) implements Rejection {

    @Override
    public List<String> path() {
        return List.of("redemptionId");
    }
}
