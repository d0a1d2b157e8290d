package dev.grapevine.benchmarks.measurement;

import dev.grapevine.benchmarks.load.Load;
import dev.grapevine.benchmarks.load.Plan;
import dev.grapevine.benchmarks.stage.Stage;

import java.util.List;

/**
 * Goal 3: alternating awards and redemptions of one wallet, from all connections concurrently,
 * compared with single awards to distinct customers; for information also with simple awards of the
 * driver to one wallet. Throughput in operations per second.
 */
public final class HotWallet implements Measurement {

    private static final String OURS = "hot";
    private static final String SINGLE = "single awards";
    private static final String DRIVER = "driver";

    /** Initial balance that suffices for all redemptions in any order. */
    private static final long INITIAL_BALANCE = 1_000_000;

    private final Stage stage;
    private final int connections;
    private final BaselineLedger baseline;
    private final SumCheck sums;
    private final SumCheck baselineSums;
    private final String customerId;

    public HotWallet(Stage stage, Plan plan) {
        this.stage = stage;
        this.connections = plan.connections();
        this.baseline = new BaselineLedger(stage, BaselineLedger.SIMPLE);
        this.sums = SumCheck.ofLedger(stage);
        this.baselineSums = SumCheck.ofBaseline(stage);
        this.customerId = stage.customers().getFirst().id();
    }

    @Override
    public String name() {
        return "hot-wallet";
    }

    @Override
    public List<Comparison> comparisons() {
        return List.of(
                new Comparison(
                        "3 one hot wallet, awards and redemptions [operations]",
                        OURS,
                        SINGLE,
                        new Goal.AtLeast(0.5)),
                new Comparison("3 the same", OURS, DRIVER, null));
    }

    @Override
    public void prepare() {
        baseline.open();
        fill(stage, customerId);
        sums.acknowledge(INITIAL_BALANCE);
    }

    /** Awards the initial balance to a customer. */
    public static void fill(Stage stage, String customerId) {
        var fill =
                stage.partners(
                        caller -> {
                            new Awards(stage)
                                    .award(caller, customerId, INITIAL_BALANCE, stage.nextCall());
                            return 1;
                        });
        Load.run(1, 1, fill).expect(1);
    }

    @Override
    public void run(Round round) {
        var hot = new Awards(stage).oneCustomer(customerId, sums::acknowledge);
        round.ours(OURS, stage, () -> Load.run(round.requests(), connections, hot));
        var single = new Awards(stage).distinctCustomers();
        round.baseline(
                SINGLE,
                () -> sums.count(Load.run(round.requests(), connections, single), Awards.POINTS));
        var simply = baseline.oneCustomer(customerId);
        round.baseline(
                DRIVER,
                () ->
                        baselineSums.count(
                                Load.run(round.requests(), connections, simply), Awards.POINTS));
    }

    @Override
    public List<SumCheck.Finding> findings() {
        return List.of(sums.check(), baselineSums.check());
    }
}
