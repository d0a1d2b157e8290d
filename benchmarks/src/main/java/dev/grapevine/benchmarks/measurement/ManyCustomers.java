package dev.grapevine.benchmarks.measurement;

import dev.grapevine.benchmarks.load.Figures;
import dev.grapevine.benchmarks.load.Load;
import dev.grapevine.benchmarks.load.Plan;
import dev.grapevine.benchmarks.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * Goal 6: single awards and balances of a brand that is a hundred times as large. The large brand
 * has a stage of its own. Both stages run, so that turns can alternate; the stage without turn is
 * idle.
 */
public final class ManyCustomers implements Measurement {

    private static final String AWARDS = "awards, many";
    private static final String AWARDS_FEW = "awards, few";
    private static final String READS = "balances, many";
    private static final String READS_FEW = "balances, few";
    private static final Goal GOAL = new Goal.AtLeast(0.8);

    private final Stage few;
    private final Plan plan;
    private @Nullable Stage many;

    public ManyCustomers(Stage few, Plan plan) {
        this.few = few;
        this.plan = plan;
    }

    @Override
    public String name() {
        return "many-customers";
    }

    @Override
    public List<Comparison> comparisons() {
        var sizes =
                "%,d customers, compared with %,d"
                        .formatted(plan.manyCustomers(), plan.customers());
        return List.of(
                new Comparison("6 awardPoints, " + sizes + " [awards]", AWARDS, AWARDS_FEW, GOAL),
                new Comparison("6 balance, " + sizes + " [queries]", READS, READS_FEW, GOAL));
    }

    @Override
    public void prepare() {
        many = Stage.open(plan, plan.manyCustomers());
    }

    @Override
    public void run(Round round) {
        var large = Objects.requireNonNull(many);
        round.ours(AWARDS, large, () -> load(round, new Awards(large).distinctCustomers()));
        round.baseline(AWARDS_FEW, () -> load(round, new Awards(few).distinctCustomers()));
        round.ours(READS, large, () -> load(round, new Balances(large).overGrapevine()));
        round.baseline(READS_FEW, () -> load(round, new Balances(few).overGrapevine()));
    }

    private Figures load(Round round, Load.CallerFactory callers) {
        return Load.run(round.requests(), plan.connections(), callers);
    }

    @Override
    public void close() {
        if (many != null) {
            many.close();
        }
    }
}
