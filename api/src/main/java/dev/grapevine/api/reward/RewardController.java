package dev.grapevine.api.reward;

import dev.grapevine.api.kernel.BatchMappings;
import dev.grapevine.api.kernel.BrandArgument;
import dev.grapevine.api.kernel.Connection;
import dev.grapevine.api.kernel.ConnectionLoader;
import dev.grapevine.api.kernel.Loaders;
import dev.grapevine.api.kernel.NodeSource;
import dev.grapevine.api.kernel.security.Administrator;
import dev.grapevine.graph.badge.Badge;
import dev.grapevine.graph.badge.Badges;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.reward.AddCoupons;
import dev.grapevine.graph.reward.CouponBatch;
import dev.grapevine.graph.reward.CreateReward;
import dev.grapevine.graph.reward.RestockReward;
import dev.grapevine.graph.reward.RetireReward;
import dev.grapevine.graph.reward.Reward;
import dev.grapevine.graph.reward.Rewards;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Resolves rewards and coupon batches. */
@Controller
class RewardController {

    private final Rewards rewards;
    private final Badges badges;
    private final ConnectionLoader<Reward, Connection.Edge<Reward>> ofBrands;

    RewardController(Rewards rewards, Badges badges, Loaders loaders) {
        this.rewards = rewards;
        this.badges = badges;
        this.ofBrands =
                loaders.connection("Brand.rewards", rewards::ofBrands, Reward::cursor)
                        .counted((ids, _) -> rewards.countsOfBrands(ids));
    }

    @Bean
    static NodeSource rewardNodes(Rewards rewards) {
        return NodeSource.of("rwd", rewards::byIds);
    }

    @Bean
    static NodeSource couponBatchNodes(Rewards rewards) {
        return NodeSource.of("cpb", rewards::couponBatchesByIds);
    }

    @MutationMapping
    CreateRewardPayload createReward(
            @Argument CreateReward input, BrandArgument argument, Administrator administrator) {
        return CreateRewardPayload.of(
                rewards.create(administrator.call(), argument.brand(), input));
    }

    @MutationMapping
    RestockRewardPayload restockReward(@Argument RestockReward input, Administrator administrator) {
        return RestockRewardPayload.of(rewards.restock(administrator.call(), input));
    }

    @MutationMapping
    RetireRewardPayload retireReward(@Argument RetireReward input, Administrator administrator) {
        return RetireRewardPayload.of(rewards.retire(administrator.call(), input));
    }

    @MutationMapping
    AddCouponsPayload addCoupons(@Argument AddCoupons input, Administrator administrator) {
        return AddCouponsPayload.of(rewards.addCoupons(administrator.call(), input));
    }

    @SchemaMapping(typeName = "Brand", field = "rewards")
    CompletableFuture<Connection<Connection.Edge<Reward>>> rewardsOfBrand(
            Brand brand, DataFetchingEnvironment environment) {
        return ofBrands.load(environment, brand.id());
    }

    @SchemaMapping
    @Nullable OffsetDateTime from(Reward reward) {
        return reward.validFrom();
    }

    @SchemaMapping
    @Nullable OffsetDateTime until(Reward reward) {
        return reward.validUntil();
    }

    @BatchMapping(typeName = "Reward", field = "badge")
    Map<Reward, Badge> badgesOfRewards(List<Reward> rewards) {
        var requiringBadge = rewards.stream().filter(reward -> reward.badgeId() != null).toList();
        return BatchMappings.load(
                requiringBadge, RewardController::badgeId, ids -> badges.byIds(Caller.SYSTEM, ids));
    }

    private static String badgeId(Reward reward) {
        return Objects.requireNonNull(reward.badgeId());
    }

    @BatchMapping(typeName = "CouponBatch", field = "reward")
    Map<CouponBatch, Reward> rewardsOfBatches(List<CouponBatch> batches) {
        return BatchMappings.load(
                batches, CouponBatch::rewardId, ids -> rewards.byIds(Caller.SYSTEM, ids));
    }
}
