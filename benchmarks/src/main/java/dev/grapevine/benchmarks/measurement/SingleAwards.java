package dev.grapevine.benchmarks.measurement;

import dev.grapevine.benchmarks.load.Load;
import dev.grapevine.benchmarks.load.Plan;
import dev.grapevine.benchmarks.stage.Stage;

import java.util.List;

/**
 * Goal 1: single awards over HTTP to distinct customers, compared with the driver that writes the
 * same data in one transaction per award; for information, with the driver that writes a minimal
 * ledger. Throughput in awards per second.
 */
public final class SingleAwards implements Measurement {

    static final String NAME = "single-awards";

    private final Stage stage;
    private final int connections;
    private final AwardBaselines baselines;

    public SingleAwards(Stage stage, Plan plan) {
        this.stage = stage;
        this.connections = plan.connections();
        this.baselines = new AwardBaselines(stage, plan);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Comparison> comparisons() {
        return List.of(
                new Comparison(
                        "1 awardPoints, distinct customers [awards]",
                        AwardBaselines.OURS,
                        AwardBaselines.DRIVER,
                        new Goal.AtLeast(1.5)),
                new Comparison(
                        "1 the same, minimal baseline",
                        AwardBaselines.OURS,
                        AwardBaselines.SIMPLE,
                        null));
    }

    @Override
    public void prepare() {
        baselines.open();
    }

    @Override
    public void run(Round round) {
        var awards = new Awards(stage).distinctCustomers();
        round.ours(
                AwardBaselines.OURS,
                stage,
                () -> baselines.count(Load.run(round.requests(), connections, awards)));
        baselines.run(round);
    }

    @Override
    public List<SumCheck.Finding> findings() {
        return baselines.findings();
    }
}
