package dev.grapevine.benchmarks;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * How one contestant did in one round.
 *
 * @param operations operations that were carried out and acknowledged
 * @param failures calls that were not
 * @param perSecond operations a second
 * @param p50 median latency of a call in milliseconds
 * @param p95 latency that 95 of 100 calls kept to, in milliseconds
 * @param p99 latency that 99 of 100 calls kept to, in milliseconds
 * @param firstFailure what the first failure was; null without one
 */
record Figures(
        long operations,
        long failures,
        double perSecond,
        double p50,
        double p95,
        double p99,
        @Nullable String firstFailure) {

    /** The median of each figure over rounds; operations and failures are added up. */
    static Figures median(List<Figures> rounds) {
        return new Figures(
                rounds.stream().mapToLong(Figures::operations).sum(),
                rounds.stream().mapToLong(Figures::failures).sum(),
                median(rounds, Figures::perSecond),
                median(rounds, Figures::p50),
                median(rounds, Figures::p95),
                median(rounds, Figures::p99),
                rounds.stream()
                        .map(Figures::firstFailure)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    /** Refuses to go on with fewer operations than were asked for. */
    void expect(long wanted) {
        if (operations < wanted) {
            throw new IllegalStateException(
                    operations
                            + " of "
                            + wanted
                            + " calls went well; the first failure: "
                            + firstFailure);
        }
    }

    private static double median(List<Figures> rounds, ToDoubleFunction<Figures> figure) {
        var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
