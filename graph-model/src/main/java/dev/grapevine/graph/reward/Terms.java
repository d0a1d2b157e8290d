package dev.grapevine.graph.reward;

import dev.grapevine.graph.badge.Badges;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Refusal;

import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/** What a reward asks for, besides points. */
@Component
class Terms {

    private static final CypherFile STANDING = CypherFile.of(Terms.class, "standing-redemptions");

    private final Graph graph;
    private final Badges badges;

    Terms(Graph graph, Badges badges) {
        this.graph = graph;
        this.badges = badges;
    }

    /**
     * Why a customer cannot get a reward now. The customer is locked, and the reward if it is
     * scarce: nobody else can take what this finds.
     */
    Optional<Refusal> obstacle(Reward reward, String customerId, OffsetDateTime now) {
        var invalid = RewardNotValid.of(reward, now);
        if (invalid.isPresent()) {
            return invalid;
        }
        if (reward.badgeId() != null && !badges.has(customerId, reward.badgeId())) {
            return Optional.of(NotEligible.lacksBadge());
        }
        if (reward.limitPerCustomer() != null
                && standing(reward, customerId) >= reward.limitPerCustomer()) {
            return Optional.of(RewardRefusal.REWARD_LIMIT_REACHED);
        }
        if (reward.isOutOfStock()) {
            return Optional.of(RewardRefusal.OUT_OF_STOCK);
        }
        return reward.isOutOfCoupons()
                ? Optional.of(RewardRefusal.OUT_OF_COUPONS)
                : Optional.empty();
    }

    private long standing(Reward reward, String customerId) {
        return graph.read(
                        STANDING,
                        Map.of("customerId", customerId, "rewardId", reward.id()),
                        row -> row.get("count").asLong())
                .getFirst();
    }
}
