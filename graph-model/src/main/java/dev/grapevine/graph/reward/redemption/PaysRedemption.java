package dev.grapevine.graph.reward.redemption;

import dev.grapevine.graph.kernel.command.Rejection;

import java.util.List;

/**
 * The entry paid for a redemption: it is not taken back by itself, but by cancelling the
 * redemption, which puts back the stock and gives back the points as the reward promised.
 *
 * @param redemptionId which
 */
public record PaysRedemption(String redemptionId) implements Rejection {

    @Override
    public String code() {
        return "PAYS_REDEMPTION";
    }

    @Override
    public String message() {
        return "The entry paid for redemption " + redemptionId + "; cancel that instead.";
    }

    @Override
    public List<String> path() {
        return List.of("entryId");
    }
}
