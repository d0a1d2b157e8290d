package dev.grapevine.graph.reward.redemption;

import dev.grapevine.graph.kernel.command.Rejection;

import java.util.List;

/**
 * Rejection of the reversal of an entry that paid for a redemption. Only the cancellation of the
 * redemption reverses the entry, by the cancellation policy, and returns the unit to the stock.
 *
 * @param redemptionId id of the redemption
 */
public record PaysRedemption(String redemptionId) implements Rejection {

    @Override
    public String code() {
        return "PAYS_REDEMPTION";
    }

    @Override
    public String message() {
        return "entry paid for redemption " + redemptionId + "; cancel that redemption instead.";
    }

    @Override
    public List<String> path() {
        return List.of("entryId");
    }
}
