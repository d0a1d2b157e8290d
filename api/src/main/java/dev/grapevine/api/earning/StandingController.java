package dev.grapevine.api.earning;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.api.kernel.Batch;
import dev.grapevine.api.kernel.Nodes;
import dev.grapevine.graph.badge.AwardEvidence;
import dev.grapevine.graph.badge.BadgeAward;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.earning.TierStanding;
import dev.grapevine.graph.earning.Tiers;
import dev.grapevine.graph.engagement.Activity;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.rule.Ladder;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Where customers stand, and what their badges were earned by. */
@Controller
class StandingController {

    private final Tiers tiers;
    private final AwardEvidence evidence;
    private final Nodes nodes;

    StandingController(Tiers tiers, AwardEvidence evidence, Nodes nodes) {
        this.tiers = tiers;
        this.evidence = evidence;
        this.nodes = nodes;
    }

    @BatchMapping(typeName = "Customer")
    Map<Customer, List<TierStanding>> tiers(List<Customer> customers) {
        var standings = tiers.ofCustomers(customers.stream().map(Customer::id).distinct().toList());
        return customers.stream()
                .distinct()
                .collect(
                        toMap(
                                customer -> customer,
                                customer -> standings.getOrDefault(customer.id(), List.of())));
    }

    @BatchMapping(typeName = "BadgeAward")
    Map<BadgeAward, List<Activity>> evidence(List<BadgeAward> awards) {
        var found = evidence.ofAwards(awards.stream().distinct().toList());
        return Batch.load(awards, BadgeAward::id, _ -> found);
    }

    @BatchMapping(typeName = "CustomerTier")
    Map<TierStanding, Object> tierSet(List<TierStanding> standings) {
        return Batch.load(
                standings, TierStanding::versionId, ids -> nodes.byIds(Caller.GRAPEVINE, ids));
    }

    @SchemaMapping(typeName = "CustomerTier")
    String tierSetKey(TierStanding standing) {
        return standing.ladderKey();
    }

    @SchemaMapping(typeName = "CustomerTier")
    Ladder.Tier tier(TierStanding standing) {
        return standing.standing().tier();
    }

    @SchemaMapping(typeName = "CustomerTier")
    long points(TierStanding standing) {
        return standing.standing().points();
    }

    @SchemaMapping(typeName = "CustomerTier")
    Ladder.@Nullable Tier next(TierStanding standing) {
        return standing.standing().next();
    }

    @SchemaMapping(typeName = "CustomerTier")
    long pointsToNextTier(TierStanding standing) {
        return standing.standing().missing();
    }

    @SchemaMapping(typeName = "CustomerTier")
    @Nullable LocalDate since(TierStanding standing) {
        return standing.standing().since();
    }

    @SchemaMapping(typeName = "CustomerTier")
    @Nullable LocalDate downgradeOn(TierStanding standing) {
        return standing.standing().graceEndsOn();
    }

    @SchemaMapping(typeName = "CustomerTier")
    Ladder.Tier projectedTier(TierStanding standing) {
        return standing.standing().projected();
    }
}
