package dev.grapevine.api.ledger;

import dev.grapevine.graph.ledger.command.TransferPoints;

/** Input of {@code transferPoints}. */
record TransferPointsInput(
        String sender,
        String recipient,
        String currency,
        long amount,
        String reason,
        String idempotencyKey) {

    TransferPoints command() {
        return new TransferPoints(sender, recipient, currency, amount, reason);
    }
}
