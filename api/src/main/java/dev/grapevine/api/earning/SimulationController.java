package dev.grapevine.api.earning;

import dev.grapevine.api.kernel.BatchMappings;
import dev.grapevine.api.kernel.BrandArgument;
import dev.grapevine.api.kernel.Connection;
import dev.grapevine.api.kernel.NodeSource;
import dev.grapevine.api.kernel.Paging;
import dev.grapevine.api.kernel.security.Administrator;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.earning.simulation.RuleSimulation;
import dev.grapevine.graph.earning.simulation.Simulations;
import dev.grapevine.graph.earning.simulation.StartRuleSimulation;
import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.command.Caller;

import graphql.schema.DataFetchingEnvironment;

import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Resolves {@code startRuleSimulation} and the fields of {@code RuleSimulation}. */
@Controller
class SimulationController {

    private final Simulations simulations;
    private final Customers customers;

    SimulationController(Simulations simulations, Customers customers) {
        this.simulations = simulations;
        this.customers = customers;
    }

    /** A difference and its position in the list, counted from 1. */
    private record Positioned(RuleSimulation.Difference difference, long position) {

        Cursor cursor() {
            return new Cursor(position, difference.customerId());
        }
    }

    @Bean
    static NodeSource simulationNodes(Simulations simulations) {
        return NodeSource.of("sim", simulations::byIds);
    }

    @MutationMapping
    StartRuleSimulationPayload startRuleSimulation(
            @Argument StartRuleSimulation input,
            BrandArgument argument,
            Administrator administrator) {
        return StartRuleSimulationPayload.of(
                simulations.simulate(administrator.caller(), argument.brand(), input));
    }

    @SchemaMapping
    int progress(RuleSimulation ruleSimulation) {
        return ruleSimulation.customers() == 0
                ? ruleSimulation.state() == RuleSimulation.State.RUNNING ? 0 : 100
                : Math.toIntExact(
                        ruleSimulation.evaluatedCustomers() * 100 / ruleSimulation.customers());
    }

    @SchemaMapping
    Connection<Connection.Edge<RuleSimulation.Difference>> differences(
            RuleSimulation ruleSimulation, DataFetchingEnvironment environment) {
        var list = Paging.of(environment, ruleSimulation.id());
        var first = list.page().first();
        var after = list.page().after();
        var from = after == null ? 0 : Math.clamp(after.sort(), 0, Integer.MAX_VALUE);
        var found = simulations.differences(ruleSimulation.id(), from, first + 1);
        var items =
                IntStream.range(0, Math.min(first, found.size()))
                        .mapToObj(i -> new Positioned(found.get(i), from + i + 1L))
                        .toList();
        return list.connection(
                        new Page<>(items, found.size() > first),
                        Positioned::cursor,
                        (item, cursor) -> new Connection.Edge<>(item.difference(), cursor))
                .withTotalCount(simulations.countDifferences(ruleSimulation.id()));
    }

    @BatchMapping(typeName = "SimulationDifference")
    Map<RuleSimulation.Difference, Customer> customer(List<RuleSimulation.Difference> differences) {
        return BatchMappings.load(
                differences,
                RuleSimulation.Difference::customerId,
                ids -> customers.byIds(Caller.SYSTEM, ids));
    }
}
