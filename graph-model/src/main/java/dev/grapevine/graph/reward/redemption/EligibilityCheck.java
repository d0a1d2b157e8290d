package dev.grapevine.graph.reward.redemption;

import dev.grapevine.graph.badge.Badges;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.reward.Reward;
import dev.grapevine.graph.reward.RewardRejection;

import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/** Check of the conditions of a reward other than its cost. */
@Component
class EligibilityCheck {

    private static final CypherStatement ACTIVE_REDEMPTIONS =
            CypherStatement.of(EligibilityCheck.class, "active-redemptions");

    private final GraphClient graph;
    private final Badges badges;

    EligibilityCheck(GraphClient graph, Badges badges) {
        this.graph = graph;
        this.badges = badges;
    }

    /**
     * Returns the rejection if the customer cannot redeem the reward now. The customer is locked
     * before, and the reward if it has limited stock or issues coupons, so that the result stays
     * valid until the transaction ends.
     */
    Optional<Rejection> check(Reward reward, String customerId, OffsetDateTime now) {
        var notValid = RewardNotValid.of(reward, now);
        if (notValid.isPresent()) {
            return notValid;
        }
        if (reward.badgeId() != null && !badges.has(customerId, reward.badgeId())) {
            return Optional.of(NotEligible.withoutBadge());
        }
        if (reward.limitPerCustomer() != null
                && activeRedemptions(reward, customerId) >= reward.limitPerCustomer()) {
            return Optional.of(
                    RewardRejection.REWARD_LIMIT_REACHED.with(
                            reward.limitPerCustomer(), reward.id()));
        }
        if (reward.isOutOfStock()) {
            return Optional.of(RewardRejection.OUT_OF_STOCK.with(reward.id()));
        }
        return reward.isOutOfCoupons()
                ? Optional.of(RewardRejection.OUT_OF_COUPONS.with(reward.id()))
                : Optional.empty();
    }

    private long activeRedemptions(Reward reward, String customerId) {
        return graph.read(
                        ACTIVE_REDEMPTIONS,
                        Map.of("customerId", customerId, "rewardId", reward.id()),
                        row -> row.get("count").asLong())
                .getFirst();
    }
}
