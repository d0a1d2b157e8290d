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
    private static final String OURS = "grapevine";
    private static final String DRIVER = "driver, the same";
    private static final String SIMPLE = "driver, minimal";

    private final Stage stage;
    private final int connections;
    private final BaselineLedger simple;
    private final BaselineLedger full;
    private final SumCheck sums;
    private final SumCheck baselineSums;

    public SingleAwards(Stage stage, Plan plan) {
        this.stage = stage;
        this.connections = plan.connections();
        this.simple = new BaselineLedger(stage, BaselineLedger.SIMPLE);
        this.full = new BaselineLedger(stage, BaselineLedger.FULL);
        this.sums = SumCheck.ofLedger(stage);
        this.baselineSums = SumCheck.ofBaseline(stage);
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
                        OURS,
                        DRIVER,
                        new Goal.AtLeast(1.5)),
                new Comparison("1 the same, minimal baseline", OURS, SIMPLE, null));
    }

    @Override
    public void prepare() {
        simple.open();
    }

    @Override
    public void run(Round round) {
        var awards = new Awards(stage).distinctCustomers();
        round.ours(
                OURS,
                stage,
                () -> sums.count(Load.run(round.requests(), connections, awards), Awards.POINTS));
        baseline(round, DRIVER, full);
        baseline(round, SIMPLE, simple);
    }

    private void baseline(Round round, String name, BaselineLedger baseline) {
        var awards = baseline.distinctCustomers();
        round.baseline(
                name,
                () ->
                        baselineSums.count(
                                Load.run(round.requests(), connections, awards), Awards.POINTS));
    }

    @Override
    public List<SumCheck.Finding> findings() {
        return List.of(sums.check(), baselineSums.check());
    }
}
