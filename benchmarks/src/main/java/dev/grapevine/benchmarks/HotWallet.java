package dev.grapevine.benchmarks;

import java.util.List;

/**
 * Goal 3: awards and spends by turns on one wallet, from all connections at once, beside single
 * awards to distinct customers. For information also beside the driver's simple awards to one
 * wallet. Operations a second.
 */
final class HotWallet implements Measurement {

    private static final String OURS = "hot";
    private static final String SINGLE = "single awards";
    private static final String DRIVER = "driver";

    /** Enough that no spend finds too little, in whatever order they come. */
    private static final long FLOAT = 1_000_000;

    private final Stage stage;
    private final int connections;
    private final BaselineLedger baseline;
    private final Books books;
    private final Books baselineBooks;
    private final String customerId;

    HotWallet(Stage stage, Plan plan) {
        this.stage = stage;
        this.connections = plan.connections();
        this.baseline = new BaselineLedger(stage, BaselineLedger.SIMPLE);
        this.books = Books.ofLedger(stage);
        this.baselineBooks = Books.ofBaseline(stage);
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
                        "3 one hot wallet, awards and spends [operations]",
                        OURS,
                        SINGLE,
                        new Goal.AtLeast(0.5)),
                new Comparison("3 the same", OURS, DRIVER, null));
    }

    @Override
    public void prepare() {
        baseline.open();
        fill(stage, customerId);
        books.acknowledge(FLOAT);
    }

    /** Gives a customer enough to spend. */
    static void fill(Stage stage, String customerId) {
        var fill =
                stage.partners(
                        caller -> {
                            new Awards(stage).award(caller, customerId, FLOAT, stage.nextCall());
                            return 1;
                        });
        Load.run(1, 1, fill).expect(1);
    }

    @Override
    public void run(Round round) {
        var hot = new Awards(stage).oneCustomer(customerId, books::acknowledge);
        round.ours(OURS, stage, () -> Load.run(round.requests(), connections, hot));
        var single = new Awards(stage).distinctCustomers();
        round.baseline(
                SINGLE,
                () -> books.count(Load.run(round.requests(), connections, single), Awards.POINTS));
        var simply = baseline.oneCustomer(customerId);
        round.baseline(
                DRIVER,
                () ->
                        baselineBooks.count(
                                Load.run(round.requests(), connections, simply), Awards.POINTS));
    }

    @Override
    public List<Books.Finding> findings() {
        return List.of(books.close(), baselineBooks.close());
    }
}
