package dev.grapevine.benchmarks;

import java.util.List;

/**
 * Goal 1: single awards over HTTP to distinct customers, beside the driver that does one simple
 * award a transaction. Awards a second.
 */
final class SingleAwards implements Measurement {

    static final String NAME = "single-awards";
    private static final String OURS = "grapevine";
    private static final String DRIVER = "driver";

    private final Stage stage;
    private final int connections;
    private final BaselineLedger baseline;
    private final Books books;
    private final Books baselineBooks;

    SingleAwards(Stage stage, Plan plan) {
        this.stage = stage;
        this.connections = plan.connections();
        this.baseline = new BaselineLedger(stage);
        this.books = Books.ofLedger(stage);
        this.baselineBooks = Books.ofBaseline(stage);
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
                        new Goal.AtLeast(1.5)));
    }

    @Override
    public void prepare() {
        baseline.open();
    }

    @Override
    public void run(Round round) {
        var awards = new Awards(stage).distinctCustomers();
        round.ours(
                OURS,
                stage,
                () -> books.count(Load.run(round.requests(), connections, awards), Awards.POINTS));
        var simply = baseline.distinctCustomers();
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
