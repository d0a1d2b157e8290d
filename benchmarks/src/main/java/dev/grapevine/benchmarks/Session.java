package dev.grapevine.benchmarks;

import dev.grapevine.benchmarks.load.Figures;
import dev.grapevine.benchmarks.load.Plan;
import dev.grapevine.benchmarks.measurement.ActivityBatches;
import dev.grapevine.benchmarks.measurement.AwardBatches;
import dev.grapevine.benchmarks.measurement.BalanceReads;
import dev.grapevine.benchmarks.measurement.Comparison;
import dev.grapevine.benchmarks.measurement.HotWallet;
import dev.grapevine.benchmarks.measurement.LongHistory;
import dev.grapevine.benchmarks.measurement.ManyCustomers;
import dev.grapevine.benchmarks.measurement.Measurement;
import dev.grapevine.benchmarks.measurement.Round;
import dev.grapevine.benchmarks.measurement.SingleAwards;
import dev.grapevine.benchmarks.peers.NestedReads;
import dev.grapevine.benchmarks.peers.PlainSql;
import dev.grapevine.benchmarks.report.Result;
import dev.grapevine.benchmarks.stage.Recording;
import dev.grapevine.benchmarks.stage.Skipped;
import dev.grapevine.benchmarks.stage.Stage;
import dev.grapevine.benchmarks.storage.AwardStorage;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Sequential run of measurements on one stage. */
final class Session {

    /** Measurements by name, in the order of the goals. */
    static final Map<String, BiFunction<Stage, Plan, Measurement>> MEASUREMENTS =
            new LinkedHashMap<>();

    static {
        MEASUREMENTS.put("single-awards", SingleAwards::new);
        MEASUREMENTS.put("award-batches", AwardBatches::new);
        MEASUREMENTS.put("award-storage", AwardStorage::new);
        MEASUREMENTS.put("hot-wallet", HotWallet::new);
        MEASUREMENTS.put("balance-reads", BalanceReads::new);
        MEASUREMENTS.put("long-history", LongHistory::new);
        MEASUREMENTS.put("activity-batches", ActivityBatches::new);
        MEASUREMENTS.put("plain-sql", PlainSql::new);
        MEASUREMENTS.put("nested-reads", NestedReads::new);
        MEASUREMENTS.put("many-customers", ManyCustomers::new);
    }

    private final Plan plan;
    private final Stage stage;
    private final @Nullable Path recordings;

    /**
     * @param recordings folder of the recordings of the last round; null for none
     */
    Session(Plan plan, Stage stage, @Nullable Path recordings) {
        this.plan = plan;
        this.stage = stage;
        this.recordings = recordings;
    }

    Result measure(String name, BiFunction<Stage, Plan, Measurement> make) {
        System.out.println(name);
        try (var measurement = make.apply(stage, plan)) {
            measurement.prepare();
            measurement.run(new Round(plan.warmUp(), null));
            var rounds = new ArrayList<Map<String, Figures>>();
            for (var i = 1; i <= plan.rounds(); i++) {
                var isLast = i == plan.rounds();
                var recording =
                        recordings != null && isLast ? new Recording(recordings, name) : null;
                var round = new Round(plan.requests(), recording);
                measurement.run(round);
                rounds.add(round.figures());
                System.out.println("  round " + i + ": " + summary(round.figures()));
            }
            return new Result(
                    name,
                    measurement.comparisons(),
                    rounds,
                    measurement.findings(),
                    measurement.remarks(),
                    false);
        } catch (Skipped e) {
            return withoutFigures(name, make, "SKIPPED: " + e.reason(), false);
        } catch (RuntimeException e) {
            return withoutFigures(name, make, "FAILED: " + e, true);
        }
    }

    private Result withoutFigures(
            String name,
            BiFunction<Stage, Plan, Measurement> make,
            String reason,
            boolean isBroken) {
        System.out.println("  " + reason);
        return new Result(name, comparisons(make), List.of(), List.of(), List.of(reason), isBroken);
    }

    private List<Comparison> comparisons(BiFunction<Stage, Plan, Measurement> make) {
        try (var measurement = make.apply(stage, plan)) {
            return measurement.comparisons();
        }
    }

    private static String summary(Map<String, Figures> figures) {
        var text = new ArrayList<String>();
        figures.forEach(
                (contestant, figure) ->
                        text.add("%s %,.0f/s".formatted(contestant, figure.perSecond())));
        return String.join(", ", text);
    }
}
