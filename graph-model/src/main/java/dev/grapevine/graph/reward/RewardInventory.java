package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Locks rewards and changes those that are locked. */
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

    /** A reward of the brand, locked if it is scarce. */
    public Optional<Reward> toTakeFrom(String rewardId, String brandId) {
        return lock(rewardId, brandId, false);
    }

    /**
     * A reward, locked whatever it is.
     *
     * @param scope the one brand that the caller sees, or null for every brand
     */
    Optional<Reward> toChange(String rewardId, @Nullable String scope) {
        return lock(rewardId, scope, true);
    }

    private Optional<Reward> lock(String rewardId, @Nullable String scope, boolean isToChange) {
        var parameters = new HashMap<String, Object>();
        parameters.put("id", rewardId);
        parameters.put("scope", scope);
        parameters.put("isToChange", isToChange);
        return graph.write(LOCK, parameters, row -> row.get("reward").as(Reward.class)).stream()
                .findFirst();
    }

    Reward change(Reward reward, Map<String, ?> changes) {
        return graph.write(
                        CHANGE,
                        Map.of("id", reward.id(), "changes", changes),
                        row -> row.get("reward").as(Reward.class))
                .getFirst();
    }

    /** Takes one from the stock, and the next coupon, of a reward that has them. */
    public void takeOne(Reward reward) {
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

    /** Puts one back; a coupon that somebody knows is not put back. */
    public void restore(Reward reward) {
        if (reward.stock() != null) {
            change(reward, Map.of("stock", reward.stock() + 1));
        }
    }
}
