package dev.grapevine.graph.earning;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.course.Happening;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.points.Earnings;
import dev.grapevine.graph.rule.Rule;
import dev.grapevine.graph.rule.Rulebook;

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
 * Runs simulations in this process, one customer after the other, a part of the brand's customers
 * in each round trip. They are forgotten after a day, or when the process ends.
 */
@Component
class HistoryJobs {

    private static final Logger log = LoggerFactory.getLogger(HistoryJobs.class);
    private static final CypherFile COUNT = CypherFile.of(HistoryJobs.class, "count-customers");
    private static final CypherFile PART = CypherFile.of(HistoryJobs.class, "customers-of-brand");
    private static final int BATCH = 250;
    private static final int MOST_RUNNING = 2;
    private static final int MOST_KEPT = 100;

    private final Graph graph;
    private final Courses courses;
    private final Earnings ledger;
    private final Times times;
    private final Map<String, HistoryJob> jobs = new ConcurrentHashMap<>();

    HistoryJobs(Graph graph, Courses courses, Earnings ledger, Times times) {
        this.graph = graph;
        this.courses = courses;
        this.ledger = ledger;
        this.times = times;
    }

    /**
     * Begins a simulation, unless too many are running.
     *
     * @param drafted what a happening is reckoned as, with drafts
     */
    synchronized Outcome<Simulation> start(
            String id,
            String brandId,
            Rulebook published,
            List<Rule> drafts,
            Function<Happening, Happening> drafted) {
        if (jobs.values().stream().filter(HistoryJob::isRunning).count() >= MOST_RUNNING) {
            return Outcome.refused(EarningRefusal.TOO_MANY_SIMULATIONS);
        }
        forget();
        var count =
                graph.read(COUNT, Map.of("brandId", brandId), row -> row.get("customers").asLong());
        var job =
                new HistoryJob(
                        id, brandId, published, drafts, drafted, count.getFirst(), times.now());
        jobs.put(id, job);
        Thread.ofVirtual().name(id).start(() -> run(brandId, job));
        return Outcome.done(job.seen());
    }

    /** Forgets what is a day old, and the oldest if there are too many; never what is running. */
    private void forget() {
        var dayAgo = times.now().minusDays(1);
        jobs.values().removeIf(job -> !job.isRunning() && job.startedAt().isBefore(dayAgo));
        jobs.values().stream()
                .filter(job -> !job.isRunning())
                .sorted(Comparator.comparing(HistoryJob::startedAt))
                .limit(Math.max(0, jobs.size() - MOST_KEPT + 1))
                .toList()
                .forEach(jobs.values()::remove);
    }

    private void run(String brandId, HistoryJob job) {
        try {
            var after = "";
            List<Place> part;
            do {
                part = part(brandId, after);
                goOver(part.stream().map(Place::customerId).toList(), job);
                after = part.isEmpty() ? after : part.getLast().key();
            } while (part.size() == BATCH);
            job.end(times.now(), null);
        } catch (RuntimeException | Error e) {
            log.warn("A simulation was given up", e);
            job.end(times.now(), "The database did not answer; begin it again.");
        }
    }

    /** A customer's place among those of the brand. */
    private record Place(String key, String customerId) {}

    private List<Place> part(String brandId, String after) {
        return graph.read(
                PART,
                Map.of("brandId", brandId, "after", after, "limit", BATCH),
                row -> row.as(Place.class));
    }

    private void goOver(List<String> customerIds, HistoryJob job) {
        if (customerIds.isEmpty()) {
            return;
        }
        if (job.asksWhatWasGiven()) {
            job.given(ledger.ofCustomers(customerIds));
        }
        var histories = courses.history(customerIds);
        for (var traveller : courses.travellers(customerIds)) {
            var history = histories.getOrDefault(traveller.customerId(), List.of());
            job.goOver(traveller, history.stream().map(Courses::happening).toList());
        }
    }

    Map<String, Simulation> byIds(Caller caller, Collection<String> wanted) {
        return wanted.stream()
                .distinct()
                .map(jobs::get)
                .filter(job -> job != null && caller.sees(job.brandId()))
                .map(HistoryJob::seen)
                .collect(toMap(Simulation::id, seen -> seen));
    }

    List<Simulation.Difference> differences(String id, int from, int most) {
        var job = jobs.get(id);
        return job == null ? List.of() : job.differences(from, most);
    }
}
