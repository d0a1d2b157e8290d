package dev.grapevine.api.referral;

import dev.grapevine.api.kernel.Arguments;
import dev.grapevine.api.kernel.BatchMappings;
import dev.grapevine.api.kernel.Connection;
import dev.grapevine.api.kernel.ConnectionLoader;
import dev.grapevine.api.kernel.Loader;
import dev.grapevine.api.kernel.Loaders;
import dev.grapevine.api.kernel.NodeSource;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.referral.Referee;
import dev.grapevine.graph.referral.ReferralStats;
import dev.grapevine.graph.referral.ReferralStep;
import dev.grapevine.graph.referral.Referrals;
import dev.grapevine.graph.referral.RegisterReferral;

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
import java.util.concurrent.CompletableFuture;

/**
 * Resolves referrals: {@code registerReferral}, and referrer, direct referrals, chain, tree and
 * statistics of customers.
 */
@Controller
class ReferralController {

    private final Referrals referrals;
    private final ConnectionLoader<Referee, ReferralEdge> direct;
    private final Loader<Integer, List<ReferralStep>> chains;
    private final ConnectionLoader<ReferralStep, ReferralTreeEdge> trees;

    ReferralController(Referrals referrals, Loaders loaders) {
        this.referrals = referrals;
        this.direct =
                loaders.connection(
                        "Customer.referrals",
                        referrals::ofCustomers,
                        Referee::cursor,
                        ReferralEdge::of);
        this.chains = loaders.register("Customer.referralChain", referrals::chains);
        this.trees =
                loaders.connection(
                        "Customer.referralTree",
                        referrals::trees,
                        ReferralStep::cursor,
                        ReferralTreeEdge::of);
    }

    @Bean
    static NodeSource referralNodes(Referrals referrals) {
        return NodeSource.of("ref", referrals::byIds);
    }

    @MutationMapping
    RegisterReferralPayload registerReferral(@Argument RegisterReferral input, Call call) {
        return RegisterReferralPayload.of(referrals.register(call, input));
    }

    @BatchMapping(typeName = "Customer")
    Map<Customer, Customer> referrer(List<Customer> customers) {
        return BatchMappings.load(customers, Customer::id, referrals::referrers);
    }

    @BatchMapping(typeName = "Customer")
    Map<Customer, ReferralStats> referralStats(List<Customer> customers) {
        return BatchMappings.load(customers, Customer::id, referrals::stats);
    }

    /** An edge to a referee of the customer. */
    record ReferralEdge(
            Customer node,
            String cursor,
            @Nullable OffsetDateTime referredAt,
            @Nullable String code)
            implements Connection.HasNode {
        static ReferralEdge of(Referee referee, String cursor) {
            return new ReferralEdge(
                    referee.customer(), cursor, referee.referredAt(), referee.code());
        }
    }

    @SchemaMapping(typeName = "Customer", field = "referrals")
    CompletableFuture<Connection<ReferralEdge>> referrals(
            Customer customer, DataFetchingEnvironment environment) {
        return direct.load(environment, customer.id());
    }

    @SchemaMapping(typeName = "Customer", field = "referralChain")
    CompletableFuture<List<ReferralStep>> referralChain(
            Customer customer, @Argument int maxDepth, DataFetchingEnvironment environment) {
        var depth = Arguments.between("maxDepth", maxDepth, 1, Referrals.MAX_CHAIN_LENGTH);
        return chains.load(environment, customer.id(), depth);
    }

    /** An edge to a direct or indirect referee; depth 1 is a direct referral. */
    record ReferralTreeEdge(
            Customer node, String cursor, int depth, @Nullable OffsetDateTime referredAt)
            implements Connection.HasNode {
        static ReferralTreeEdge of(ReferralStep step, String cursor) {
            return new ReferralTreeEdge(step.customer(), cursor, step.depth(), step.referredAt());
        }
    }

    @SchemaMapping(typeName = "Customer", field = "referralTree")
    CompletableFuture<Connection<ReferralTreeEdge>> referralTree(
            Customer customer, @Argument int maxDepth, DataFetchingEnvironment environment) {
        var depth = Arguments.between("maxDepth", maxDepth, 1, Referrals.MAX_TREE_DEPTH);
        return trees.load(environment, customer.id(), Map.of("maxDepth", depth));
    }
}
