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

/** What a reward asks for, besides points. */
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
     * Why a customer cannot get a reward now. The customer is locked, and the reward if it is
     * scarce: nobody else can take what this finds.
     */
    Optional<Rejection> obstacle(Reward reward, String customerId, OffsetDateTime now) {
        var invalid = RewardNotValid.of(reward, now);
        if (invalid.isPresent()) {
            return invalid;
        }
        if (reward.badgeId() != null && !badges.has(customerId, reward.badgeId())) {
            return Optional.of(NotEligible.lacksBadge());
        }
        if (reward.limitPerCustomer() != null
                && activeRedemptions(reward, customerId) >= reward.limitPerCustomer()) {
            return Optional.of(RewardRejection.REWARD_LIMIT_REACHED);
        }
        if (reward.isOutOfStock()) {
            return Optional.of(RewardRejection.OUT_OF_STOCK);
        }
        return reward.isOutOfCoupons()
                ? Optional.of(RewardRejection.OUT_OF_COUPONS)
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
