package dev.grapevine.api.reward;

import dev.grapevine.api.kernel.BatchMappings;
import dev.grapevine.api.kernel.Connection;
import dev.grapevine.api.kernel.ConnectionLoader;
import dev.grapevine.api.kernel.Loaders;
import dev.grapevine.api.kernel.NodeSource;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.Wallets;
import dev.grapevine.graph.reward.Reward;
import dev.grapevine.graph.reward.Rewards;
import dev.grapevine.graph.reward.redemption.CancelRedemption;
import dev.grapevine.graph.reward.redemption.PaysRedemption;
import dev.grapevine.graph.reward.redemption.RedeemReward;
import dev.grapevine.graph.reward.redemption.Redemption;
import dev.grapevine.graph.reward.redemption.Redemptions;

import graphql.schema.DataFetchingEnvironment;

import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * Resolves redemptions: {@code redeemReward}, {@code cancelRedemption}, {@code
 * Customer.redemptions} and the fields of {@code Redemption}.
 */
@Controller
class RedemptionController {

    private final Redemptions redemptions;
    private final Rewards rewards;
    private final Customers customers;
    private final Wallets wallets;
    private final ConnectionLoader<Redemption, Connection.Edge<Redemption>> ofCustomers;

    RedemptionController(
            Redemptions redemptions,
            Rewards rewards,
            Customers customers,
            Wallets wallets,
            Loaders loaders) {
        this.redemptions = redemptions;
        this.rewards = rewards;
        this.customers = customers;
        this.wallets = wallets;
        this.ofCustomers =
                loaders.connection(
                        "Customer.redemptions", redemptions::ofCustomers, Redemption::cursor);
    }

    @Bean
    static NodeSource redemptionNodes(Redemptions redemptions) {
        return NodeSource.of("red", redemptions::byIds);
    }

    @MutationMapping
    RedeemRewardPayload redeemReward(@Argument RedeemReward input, Call call) {
        return RedeemRewardPayload.of(redemptions.redeem(call, input));
    }

    @MutationMapping
    CancelRedemptionPayload cancelRedemption(@Argument CancelRedemption input, Call call) {
        return CancelRedemptionPayload.of(redemptions.cancel(call, input));
    }

    @SchemaMapping(typeName = "Customer", field = "redemptions")
    CompletableFuture<Connection<Connection.Edge<Redemption>>> redemptionsOfCustomer(
            Customer customer, DataFetchingEnvironment environment) {
        return ofCustomers.load(environment, customer.id());
    }

    @BatchMapping(typeName = "PaysRedemption", field = "redemption")
    Map<PaysRedemption, Redemption> redemptionsPaidBy(List<PaysRedemption> rejections) {
        return BatchMappings.load(
                rejections,
                PaysRedemption::redemptionId,
                ids -> redemptions.byIds(Caller.SYSTEM, ids));
    }

    @BatchMapping(typeName = "Redemption", field = "reward")
    Map<Redemption, Reward> rewardsOfRedemptions(List<Redemption> redemptions) {
        return BatchMappings.load(
                redemptions, Redemption::rewardId, ids -> rewards.byIds(Caller.SYSTEM, ids));
    }

    @BatchMapping(typeName = "Redemption", field = "customer")
    Map<Redemption, Customer> customersOfRedemptions(List<Redemption> redemptions) {
        return BatchMappings.load(
                redemptions, Redemption::customerId, ids -> customers.byIds(Caller.SYSTEM, ids));
    }

    @BatchMapping(typeName = "Redemption", field = "entry")
    Map<Redemption, PointsEntry> entriesOfRedemptions(List<Redemption> redemptions) {
        return BatchMappings.load(
                redemptions, Redemption::entryId, ids -> wallets.entriesByIds(Caller.SYSTEM, ids));
    }

    @BatchMapping(typeName = "Redemption", field = "refund")
    Map<Redemption, PointsEntry> refundsOfRedemptions(List<Redemption> redemptions) {
        var withRefund =
                redemptions.stream()
                        .filter(redemption -> redemption.refundEntryId() != null)
                        .toList();
        return BatchMappings.load(
                withRefund,
                redemption -> Objects.requireNonNull(redemption.refundEntryId()),
                ids -> wallets.entriesByIds(Caller.SYSTEM, ids));
    }
}
