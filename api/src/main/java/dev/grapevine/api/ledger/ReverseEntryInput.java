package dev.grapevine.api.ledger;

import dev.grapevine.graph.ledger.command.ReverseEntry;

import org.jspecify.annotations.Nullable;

/** Input of {@code reverseEntry}. */
record ReverseEntryInput(
        String entryId,
        @Nullable Long amount,
        ReverseEntry.Refund refund,
        String reason,
        String idempotencyKey) {

    ReverseEntry command() {
        return new ReverseEntry(entryId, amount, refund, reason);
    }
}
