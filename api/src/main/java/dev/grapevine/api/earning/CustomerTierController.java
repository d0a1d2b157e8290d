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

/** Resolves {@code Customer.tiers} and the fields of {@code CustomerTier}. */
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
        var tiersByCustomer =
                customerTiers.ofCustomers(customers.stream().map(Customer::id).distinct().toList());
        return customers.stream()
                .distinct()
                .collect(
                        toMap(
                                customer -> customer,
                                customer ->
                                        tiersByCustomer.getOrDefault(customer.id(), List.of())));
    }

    @BatchMapping(typeName = "CustomerTier")
    Map<CustomerTier, Object> tierSet(List<CustomerTier> tiers) {
        return BatchMappings.load(
                tiers, CustomerTier::versionId, ids -> nodes.byIds(Caller.SYSTEM, ids));
    }

    @SchemaMapping(typeName = "CustomerTier")
    String tierSetKey(CustomerTier customerTier) {
        return customerTier.tierSetKey();
    }

    @SchemaMapping(typeName = "CustomerTier")
    TierSet.Tier tier(CustomerTier customerTier) {
        return customerTier.status().tier();
    }

    @SchemaMapping(typeName = "CustomerTier")
    long qualifyingPoints(CustomerTier customerTier) {
        return customerTier.status().points();
    }

    @SchemaMapping(typeName = "CustomerTier")
    TierSet.@Nullable Tier nextTier(CustomerTier customerTier) {
        return customerTier.status().next();
    }

    @SchemaMapping(typeName = "CustomerTier")
    long pointsToNextTier(CustomerTier customerTier) {
        return customerTier.status().pointsToNextTier();
    }

    @SchemaMapping(typeName = "CustomerTier")
    @Nullable LocalDate reachedOn(CustomerTier customerTier) {
        return customerTier.status().since();
    }

    @SchemaMapping(typeName = "CustomerTier")
    @Nullable LocalDate downgradeOn(CustomerTier customerTier) {
        return customerTier.status().downgradeOn();
    }

    @SchemaMapping(typeName = "CustomerTier")
    TierSet.Tier projectedTier(CustomerTier customerTier) {
        return customerTier.status().projectedTier();
    }
}
