package dev.grapevine.benchmarks.measurement;

import dev.grapevine.benchmarks.load.Figures;
import dev.grapevine.benchmarks.load.Load;
import dev.grapevine.benchmarks.load.Plan;
import dev.grapevine.benchmarks.stage.Stage;

import java.util.List;

/**
 * Contestants beside Grapevine's awards: the driver that writes the same data in one transaction
 * per award, and the driver that writes a minimal ledger; with the checks of all written sums.
 */
final class AwardBaselines {

    static final String OURS = "grapevine";
    static final String DRIVER = "driver, the same";
    static final String SIMPLE = "driver, minimal";

    private final int connections;
    private final BaselineLedger simple;
    private final BaselineLedger full;
    private final SumCheck sums;
    private final SumCheck baselineSums;

    AwardBaselines(Stage stage, Plan plan) {
        this.connections = plan.connections();
        this.simple = new BaselineLedger(stage, BaselineLedger.SIMPLE);
        this.full = new BaselineLedger(stage, BaselineLedger.FULL);
        this.sums = SumCheck.ofLedger(stage);
        this.baselineSums = SumCheck.ofBaseline(stage);
    }

    void open() {
        simple.open();
    }

    /** Counts Grapevine's acknowledged awards for the check of the sums. */
    Figures count(Figures awards) {
        return sums.count(awards, Awards.POINTS);
    }

    /** Runs the turns of both baselines. */
    void run(Round round) {
        run(round, DRIVER, full);
        run(round, SIMPLE, simple);
    }

    private void run(Round round, String name, BaselineLedger baseline) {
        var awards = baseline.distinctCustomers();
        round.baseline(
                name,
                () ->
                        baselineSums.count(
                                Load.run(round.requests(), connections, awards), Awards.POINTS));
    }

    List<SumCheck.Finding> findings() {
        return List.of(sums.check(), baselineSums.check());
    }
}
