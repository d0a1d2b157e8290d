package dev.grapevine.api.earning;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.api.kernel.BatchMappings;
import dev.grapevine.api.kernel.Nodes;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.earning.rule.TierSet;
import dev.grapevine.graph.earning.tier.CustomerTier;
import dev.grapevine.graph.earning.tier.CustomerTiers;
import dev.grapevine.graph.kernel.command.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Where customers stand, and what their badges were earned by. */
@Controller
class CustomerTierController {

    private final CustomerTiers customerTiers;
    private final Nodes nodes;

    CustomerTierController(CustomerTiers customerTiers, Nodes nodes) {
        this.customerTiers = customerTiers;
        this.nodes = nodes;
    }

    @BatchMapping(typeName = "Customer")
    Map<Customer, List<CustomerTier>> tiers(List<Customer> customers) {
        var standings =
                customerTiers.ofCustomers(customers.stream().map(Customer::id).distinct().toList());
        return customers.stream()
                .distinct()
                .collect(
                        toMap(
                                customer -> customer,
                                customer -> standings.getOrDefault(customer.id(), List.of())));
    }

    @BatchMapping(typeName = "CustomerTier")
    Map<CustomerTier, Object> tierSet(List<CustomerTier> standings) {
        return BatchMappings.load(
                standings, CustomerTier::versionId, ids -> nodes.byIds(Caller.SYSTEM, ids));
    }

    @SchemaMapping(typeName = "CustomerTier")
    String tierSetKey(CustomerTier standing) {
        return standing.tierSetKey();
    }

    @SchemaMapping(typeName = "CustomerTier")
    TierSet.Tier tier(CustomerTier standing) {
        return standing.status().tier();
    }

    @SchemaMapping(typeName = "CustomerTier")
    long points(CustomerTier standing) {
        return standing.status().points();
    }

    @SchemaMapping(typeName = "CustomerTier")
    TierSet.@Nullable Tier next(CustomerTier standing) {
        return standing.status().next();
    }

    @SchemaMapping(typeName = "CustomerTier")
    long pointsToNextTier(CustomerTier standing) {
        return standing.status().pointsToNextTier();
    }

    @SchemaMapping(typeName = "CustomerTier")
    @Nullable LocalDate since(CustomerTier standing) {
        return standing.status().since();
    }

    @SchemaMapping(typeName = "CustomerTier")
    @Nullable LocalDate downgradeOn(CustomerTier standing) {
        return standing.status().downgradeOn();
    }

    @SchemaMapping(typeName = "CustomerTier")
    TierSet.Tier projectedTier(CustomerTier standing) {
        return standing.status().projectedTier();
    }
}
