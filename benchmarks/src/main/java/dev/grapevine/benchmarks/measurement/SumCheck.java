package dev.grapevine.benchmarks.measurement;

import dev.grapevine.benchmarks.load.Figures;
import dev.grapevine.benchmarks.stage.Bolt;
import dev.grapevine.benchmarks.stage.Stage;
import dev.grapevine.benchmarks.stage.Statement;

import org.neo4j.driver.Record;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Comparison of the points that the responses acknowledged with the entries in the database. */
public final class SumCheck {

    private final Bolt bolt;
    private final Statement statement;
    private final String ledgerName;
    private final LongAdder acknowledged = new LongAdder();
    private final long before;

    private SumCheck(Bolt bolt, Statement statement, String ledgerName) {
        this.bolt = bolt;
        this.statement = statement;
        this.ledgerName = ledgerName;
        this.before = read().get("entries").asLong();
    }

    public static SumCheck ofLedger(Stage stage) {
        return new SumCheck(stage.bolt(), Statement.of("ledger-sums"), "the ledger");
    }

    public static SumCheck ofBaseline(Stage stage) {
        return new SumCheck(stage.bolt(), Statement.of("baseline-sums"), "the baseline");
    }

    /** Adds acknowledged points; negative for redeemed points. */
    public void acknowledge(long points) {
        acknowledged.add(points);
    }

    /** Adds the acknowledged points of a run whose operations award equal amounts. */
    public Figures count(Figures figures, long pointsEach) {
        acknowledged.add(figures.operations() * pointsEach);
        return figures;
    }

    /** Compares the sums. */
    public Finding check() {
        var sum = read();
        var entries = sum.get("entries").asLong() - before;
        var isRight =
                entries == acknowledged.sum()
                        && sum.get("balances").asLong() == sum.get("entries").asLong()
                        && sum.get("wrongWallets").asLong() == 0;
        return new Finding(
                isRight,
                "%s: acknowledged %,d points, entries %,d, wallets that do not add up %,d"
                        .formatted(
                                ledgerName,
                                acknowledged.sum(),
                                entries,
                                sum.get("wrongWallets").asLong()));
    }

    private Record read() {
        return bolt.one(statement, Map.of());
    }

    /**
     * Result of the comparison.
     *
     * @param isRight true if the sums are equal and every wallet equals the sum of its entries
     * @param text the compared sums
     */
    public record Finding(boolean isRight, String text) {}
}
