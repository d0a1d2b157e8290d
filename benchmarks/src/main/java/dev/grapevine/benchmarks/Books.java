package dev.grapevine.benchmarks;

import org.neo4j.driver.Record;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Compares what callers were told with what the database holds. */
final class Books {

    private final Bolt bolt;
    private final Statement sums;
    private final String whose;
    private final LongAdder acknowledged = new LongAdder();
    private final long before;

    /** Opens the books. */
    private Books(Bolt bolt, Statement sums, String whose) {
        this.bolt = bolt;
        this.sums = sums;
        this.whose = whose;
        this.before = read().get("entries").asLong();
    }

    static Books ofLedger(Stage stage) {
        return new Books(stage.bolt(), Statement.of("ledger-sums"), "the ledger");
    }

    static Books ofBaseline(Stage stage) {
        return new Books(stage.bolt(), Statement.of("baseline-sums"), "the baseline");
    }

    /** Points that a caller was told were given, or, below zero, spent. */
    void acknowledge(long points) {
        acknowledged.add(points);
    }

    /** Counts what a round acknowledged, where each operation is worth the same. */
    Figures count(Figures figures, long pointsEach) {
        acknowledged.add(figures.operations() * pointsEach);
        return figures;
    }

    /** Closes the books. */
    Finding close() {
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
                                whose,
                                acknowledged.sum(),
                                entries,
                                sum.get("wrongWallets").asLong()));
    }

    private Record read() {
        return bolt.one(sums, Map.of());
    }

    /** What the comparison found. */
    record Finding(boolean isRight, String text) {}
}
