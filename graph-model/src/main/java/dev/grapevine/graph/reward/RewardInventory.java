package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Stock and coupons of rewards: locks rewards and changes locked ones. */
@Component
public class RewardInventory {

    private static final CypherStatement LOCK =
            CypherStatement.of(RewardInventory.class, "lock-reward");
    private static final CypherStatement CHANGE =
            CypherStatement.of(RewardInventory.class, "change-reward");

    private final GraphClient graph;

    RewardInventory(GraphClient graph) {
        this.graph = graph;
    }

    /**
     * Returns a reward of the brand, locked until the transaction ends if the reward has limited
     * stock or issues coupons.
     */
    public Optional<Reward> lockForRedemption(String rewardId, String brandId) {
        return lock(rewardId, brandId, false);
    }

    /**
     * Locks a reward until the transaction ends and returns the reward.
     *
     * @param scope id of the only brand that the caller may see; null for every brand
     */
    Optional<Reward> lockForChange(String rewardId, @Nullable String scope) {
        return lock(rewardId, scope, true);
    }

    private Optional<Reward> lock(String rewardId, @Nullable String scope, boolean isToChange) {
        var parameters = new HashMap<String, Object>();
        parameters.put("id", rewardId);
        parameters.put("scope", scope);
        parameters.put("isToChange", isToChange);
        return graph.write(LOCK, parameters, Rows.to(Reward.class, "reward")).stream().findFirst();
    }

    /** Writes changed properties of a locked reward. */
    Reward change(Reward reward, Map<String, ?> changes) {
        return graph.write(
                        CHANGE,
                        Map.of("id", reward.id(), "changes", changes),
                        Rows.to(Reward.class, "reward"))
                .getFirst();
    }

    /** Takes one unit from the stock of a locked reward, and its next coupon. */
    public void takeUnit(Reward reward) {
        var changes = new HashMap<String, Object>();
        if (reward.stock() != null) {
            changes.put("stock", reward.stock() - 1);
        }
        if (reward.issuesCoupons()) {
            changes.put("couponsTaken", reward.couponsTaken() + 1);
        }
        if (!changes.isEmpty()) {
            change(reward, changes);
        }
    }

    /** Returns one unit to the stock of a locked reward. An issued coupon is not returned. */
    public void returnUnit(Reward reward) {
        if (reward.stock() != null) {
            change(reward, Map.of("stock", reward.stock() + 1));
        }
    }
}
