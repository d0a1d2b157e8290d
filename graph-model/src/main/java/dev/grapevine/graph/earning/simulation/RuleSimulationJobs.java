package dev.grapevine.graph.earning.simulation;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.earning.EarningStates;
import dev.grapevine.graph.earning.engine.ActivityFacts;
import dev.grapevine.graph.earning.rule.Rule;
import dev.grapevine.graph.earning.rule.RuleHistory;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;
import dev.grapevine.graph.ledger.RuleEffects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Runner of rule simulations in this process: one customer after the other, loaded in batches. A
 * simulation is removed after a day, or when the process ends.
 */
@Component
class RuleSimulationJobs {

    private static final Logger log = LoggerFactory.getLogger(RuleSimulationJobs.class);
    private static final CypherStatement COUNT =
            CypherStatement.of(RuleSimulationJobs.class, "count-customers");
    private static final CypherStatement PAGE =
            CypherStatement.of(RuleSimulationJobs.class, "customers-of-brand");
    private static final int BATCH = 250;
    static final int MAX_RUNNING = 2;
    private static final int MAX_CACHED = 100;

    private final GraphClient graph;
    private final EarningStates earningStates;
    private final RuleEffects ledger;
    private final Times times;
    private final Map<String, RuleSimulationJob> jobs = new ConcurrentHashMap<>();

    RuleSimulationJobs(
            GraphClient graph, EarningStates earningStates, RuleEffects ledger, Times times) {
        this.graph = graph;
        this.earningStates = earningStates;
        this.ledger = ledger;
        this.times = times;
    }

    /**
     * Starts a simulation in a virtual thread. Rejections: {@code TOO_MANY_SIMULATIONS}.
     *
     * @param withDrafts function from activity facts to those that are evaluated with the drafts
     */
    synchronized Result<RuleSimulation> start(
            String id,
            String brandId,
            RuleHistory published,
            List<Rule> drafts,
            Function<ActivityFacts, ActivityFacts> withDrafts) {
        if (jobs.values().stream().filter(RuleSimulationJob::isRunning).count() >= MAX_RUNNING) {
            return Result.rejected(SimulationRejection.TOO_MANY_SIMULATIONS);
        }
        evict();
        var count =
                graph.read(COUNT, Map.of("brandId", brandId), row -> row.get("customers").asLong());
        var job =
                new RuleSimulationJob(
                        id, brandId, published, drafts, withDrafts, count.getFirst(), times.now());
        jobs.put(id, job);
        Thread.ofVirtual().name(id).start(() -> run(brandId, job));
        return Result.success(job.toRuleSimulation());
    }

    /** Removes ended simulations that started a day ago, and the oldest ones above the maximum. */
    private void evict() {
        var dayAgo = times.now().minusDays(1);
        jobs.values().removeIf(job -> !job.isRunning() && job.startedAt().isBefore(dayAgo));
        jobs.values().stream()
                .filter(job -> !job.isRunning())
                .sorted(Comparator.comparing(RuleSimulationJob::startedAt))
                .limit(Math.max(0, jobs.size() - MAX_CACHED + 1))
                .toList()
                .forEach(jobs.values()::remove);
    }

    private void run(String brandId, RuleSimulationJob job) {
        try {
            var after = "";
            List<CustomerPosition> page;
            do {
                page = loadPage(brandId, after);
                replay(page.stream().map(CustomerPosition::customerId).toList(), job);
                after = page.isEmpty() ? after : page.getLast().key();
            } while (page.size() == BATCH);
            job.end(times.now(), null);
        } catch (RuntimeException | Error e) {
            log.warn("Simulation {} of brand {} failed", job.id(), brandId, e);
            job.end(times.now(), "The simulation was aborted by an error; start a new one.");
        }
    }

    /** Customer with its position in the iteration over the brand. */
    private record CustomerPosition(String key, String customerId) {}

    private List<CustomerPosition> loadPage(String brandId, String after) {
        return graph.read(
                PAGE,
                Map.of("brandId", brandId, "after", after, "limit", BATCH),
                Rows.to(CustomerPosition.class));
    }

    private void replay(List<String> customerIds, RuleSimulationJob job) {
        if (customerIds.isEmpty()) {
            return;
        }
        if (job.needsGrantedPoints()) {
            job.granted(ledger.ofCustomers(customerIds));
        }
        var histories = earningStates.history(customerIds);
        for (var context : earningStates.contexts(customerIds)) {
            var history = histories.getOrDefault(context.customerId(), List.of());
            job.replay(context, history.stream().map(EarningStates::activityFacts).toList());
        }
    }

    Map<String, RuleSimulation> byIds(Caller caller, Collection<String> ids) {
        return ids.stream()
                .distinct()
                .map(jobs::get)
                .filter(job -> job != null && caller.sees(job.brandId()))
                .map(RuleSimulationJob::toRuleSimulation)
                .collect(toMap(RuleSimulation::id, simulation -> simulation));
    }

    List<RuleSimulation.Difference> differences(String id, int from, int max) {
        var job = jobs.get(id);
        return job == null ? List.of() : job.differences(from, max);
    }
}
