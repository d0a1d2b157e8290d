package dev.grapevine.api.customer;

import dev.grapevine.api.kernel.BatchMappings;
import dev.grapevine.api.kernel.BrandArgument;
import dev.grapevine.api.kernel.NodeSource;
import dev.grapevine.api.kernel.ReferenceSource;
import dev.grapevine.api.kernel.ReferenceSource.Named;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.customer.EnrolCustomer;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

import java.util.List;
import java.util.Map;

/** Resolves {@code enrolCustomer}, {@code customer} and {@code Customer.brand}. */
@Controller
class CustomerController {

    private final Customers customers;
    private final Brands brands;

    CustomerController(Customers customers, Brands brands) {
        this.customers = customers;
        this.brands = brands;
    }

    @Bean
    static NodeSource customerNodes(Customers customers) {
        return NodeSource.of("cus", customers::byIds);
    }

    @Bean
    static ReferenceSource customerReferences(Customers customers) {
        return new ReferenceSource(
                "CustomerRef",
                (brandId, _, externalIds) ->
                        customers.byExternalIds(brandId, externalIds).values().stream()
                                .map(CustomerController::named),
                (caller, ids) ->
                        customers.byIds(caller, ids).values().stream()
                                .map(CustomerController::named));
    }

    private static Named named(Customer customer) {
        return new Named(customer.id(), customer.brandId(), customer.externalId());
    }

    @QueryMapping
    @Nullable Customer customer(@Argument String ref, Caller caller) {
        return customers.byIds(caller, List.of(ref)).get(ref);
    }

    @MutationMapping
    EnrolCustomerPayload enrolCustomer(
            @Argument EnrolCustomer input, BrandArgument argument, Call call) {
        return EnrolCustomerPayload.of(customers.enrol(call, argument.brand(), input));
    }

    @BatchMapping(typeName = "Customer")
    Map<Customer, Brand> brand(List<Customer> customers) {
        return BatchMappings.load(
                customers, Customer::brandId, ids -> brands.byIds(Caller.SYSTEM, ids));
    }
}
