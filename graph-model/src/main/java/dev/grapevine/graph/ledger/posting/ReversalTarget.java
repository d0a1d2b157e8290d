package dev.grapevine.graph.ledger.posting;

import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.WalletKey;
import dev.grapevine.graph.ledger.session.LotPart;

import java.util.List;

/**
 * An entry that is to be taken back, or that has to do with what a rule takes back.
 *
 * @param wallet whose it is
 * @param isReversed whether it was taken back before
 * @param left how much of it there is to take back: what a rule has taken of it is gone
 * @param expired what of the points that it brought has expired, and was not written off
 * @param lots the lots that it brought, or drew from in that order, with amounts
 */
public record ReversalTarget(
        PointsEntry entry,
        WalletKey wallet,
        boolean isReversed,
        long left,
        long expired,
        List<LotPart> lots) {}
