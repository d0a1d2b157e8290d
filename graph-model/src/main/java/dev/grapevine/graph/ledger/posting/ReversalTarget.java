package dev.grapevine.graph.ledger.posting;

import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.WalletKey;
import dev.grapevine.graph.ledger.session.LotPart;

import java.util.List;

/**
 * Entry to reverse, or entry of a rule effect that is corrected.
 *
 * @param wallet wallet of the entry
 * @param isReversed true if the entry was reversed before
 * @param reversible points that can still be reversed: the amount less the deductions of the same
 *     rule for the same activity
 * @param expired expired points of the lots that the entry opened, less those written off before
 * @param lots lots that the entry opened, or drew from in this order, with amounts
 */
public record ReversalTarget(
        PointsEntry entry,
        WalletKey wallet,
        boolean isReversed,
        long reversible,
        long expired,
        List<LotPart> lots) {}
