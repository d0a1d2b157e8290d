package dev.grapevine.benchmarks.storage;

import dev.grapevine.benchmarks.load.Plan;
import dev.grapevine.benchmarks.measurement.Comparison;
import dev.grapevine.benchmarks.measurement.Measurement;
import dev.grapevine.benchmarks.measurement.Round;
import dev.grapevine.benchmarks.stage.Stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an award adds to the store: the difference between two new stores with the same customers,
 * one of them with five awards for each request of the plan. It has no rounds and no goal; the
 * result is a remark.
 */
public final class AwardStorage implements Measurement {

    private static final int AWARDS_PER_REQUEST = 5;
    private static final int BATCH = 500;

    private static final String TEXT =
            """
            mutation($awards: [AwardPointsInput!]!) {
              awardPointsBatch(input: {awards: $awards}) { results { entry { id } } }
            }\
            """;

    private final Plan plan;
    private final int batches;
    private String stored = "";

    public AwardStorage(Stage stage, Plan plan) {
        this.plan = plan;
        this.batches = Math.max(1, plan.requests() * AWARDS_PER_REQUEST / BATCH);
    }

    @Override
    public String name() {
        return "award-storage";
    }

    @Override
    public List<Comparison> comparisons() {
        return List.of();
    }

    @Override
    public void prepare() {
        var before = StoreSize.after(plan, _ -> {});
        stored = StoreSize.after(plan, this::award).perAwardSince(before, (long) batches * BATCH);
    }

    private void award(Stage stage) {
        for (var batch = 0; batch < batches; batch++) {
            var awards = new ArrayList<Map<String, Object>>();
            for (var i = 0; i < BATCH; i++) {
                awards.add(award(stage, stage.nextCall()));
            }
            var answer = stage.ask(TEXT, Map.of("awards", awards));
            if (answer.at("/data/awardPointsBatch/results").size() != BATCH) {
                throw new IllegalStateException("Not all awards were made: " + answer);
            }
        }
    }

    private static Map<String, Object> award(Stage stage, long call) {
        return Map.of(
                "customer",
                Map.of("id", stage.customer(call).id()),
                "amount",
                10,
                "reason",
                "Thank you for your order",
                "idempotencyKey",
                "benchmark-" + call);
    }

    @Override
    public void run(Round round) {
        // The stores were measured before.
    }

    @Override
    public List<String> remarks() {
        return List.of(stored);
    }
}
