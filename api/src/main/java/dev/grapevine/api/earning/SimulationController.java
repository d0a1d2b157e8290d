package dev.grapevine.api.earning;

import dev.grapevine.api.kernel.Administrator;
import dev.grapevine.api.kernel.Arguments;
import dev.grapevine.api.kernel.Batch;
import dev.grapevine.api.kernel.Connection;
import dev.grapevine.api.kernel.NodeSource;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.earning.Simulation;
import dev.grapevine.graph.earning.Simulations;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.Page;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Histories gone over with drafts. */
@Controller
class SimulationController {

    private final Simulations simulations;
    private final Customers customers;

    SimulationController(Simulations simulations, Customers customers) {
        this.simulations = simulations;
        this.customers = customers;
    }

    /** A difference and how many come before it and with it: that is its place. */
    private record Placed(Simulation.Difference difference, long place) {

        Cursor cursor(String simulationId) {
            return new Cursor(place, simulationId);
        }
    }

    @Bean
    static NodeSource simulationNodes(Simulations simulations) {
        return NodeSource.of("sim", simulations::byIds);
    }

    @MutationMapping
    StartRuleSimulationPayload startRuleSimulation(
            @Argument StartRuleSimulationInput input, Administrator administrator) {
        return StartRuleSimulationPayload.of(
                simulations.simulate(administrator.caller(), input.brand(), input.command()));
    }

    @SchemaMapping
    int progress(Simulation simulation) {
        return simulation.customers() == 0
                ? simulation.state() == Simulation.State.RUNNING ? 0 : 100
                : Math.toIntExact(simulation.done() * 100 / simulation.customers());
    }

    @SchemaMapping
    Connection<Connection.Edge<Simulation.Difference>> differences(
            Simulation simulation, @Argument int first, @Argument @Nullable String after) {
        var request = Arguments.page(first, after);
        var from =
                request.after() == null
                        ? 0
                        : Math.clamp(request.after().sort(), 0, Integer.MAX_VALUE);
        var found = simulations.differences(simulation.id(), from, first + 1);
        var items =
                IntStream.range(0, Math.min(first, found.size()))
                        .mapToObj(i -> new Placed(found.get(i), from + i + 1L))
                        .toList();
        return Connection.of(
                new Page<>(items, found.size() > first),
                placed -> placed.cursor(simulation.id()),
                (placed, cursor) -> new Connection.Edge<>(placed.difference(), cursor));
    }

    @BatchMapping(typeName = "SimulationDifference")
    Map<Simulation.Difference, Customer> customer(List<Simulation.Difference> differences) {
        return Batch.load(
                differences,
                Simulation.Difference::customerId,
                ids -> customers.byIds(Caller.GRAPEVINE, ids));
    }
}
