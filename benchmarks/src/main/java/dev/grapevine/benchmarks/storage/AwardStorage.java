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
 * one of them with awards. It has no rounds and no goal; the result is a remark.
 */
public final class AwardStorage implements Measurement {

    private static final int AWARDS = 50_000;
    private static final int BATCH = 500;

    private static final String TEXT =
            """
            mutation($awards: [AwardPointsInput!]!) {
              awardPointsBatch(input: {awards: $awards}) { results { entry { id } } }
            }\
            """;

    private final Plan plan;
    private String stored = "";

    public AwardStorage(Stage stage, Plan plan) {
        this.plan = plan;
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
        stored = StoreSize.after(plan, AwardStorage::award).perAwardSince(before, AWARDS);
    }

    private static void award(Stage stage) {
        for (var batch = 0; batch < AWARDS / BATCH; batch++) {
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
