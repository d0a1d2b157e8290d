package dev.grapevine.graph.points;

import java.util.List;

/**
 * An entry that is to be taken back.
 *
 * @param wallet whose it is
 * @param isReversed whether it was taken back before
 * @param expired what of the points that it brought has expired
 * @param lots the lots that it brought, or drew from in that order, with amounts
 */
record Reversible(
        PointsEntry entry,
        WalletKey wallet,
        boolean isReversed,
        long expired,
        List<Book.Part> lots) {}
