package dev.grapevine.benchmarks.load;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Figures of one contestant in one round.
 *
 * @param operations number of acknowledged operations
 * @param failures number of failed calls
 * @param perSecond operations per second
 * @param p50 median latency of a call in milliseconds
 * @param p95 95th percentile of the latency in milliseconds
 * @param p99 99th percentile of the latency in milliseconds
 * @param firstFailure text of the first failure; null if none
 */
public record Figures(
        long operations,
        long failures,
        double perSecond,
        double p50,
        double p95,
        double p99,
        @Nullable String firstFailure) {

    /** Returns the median of each figure over rounds, and the sums of operations and failures. */
    public static Figures median(List<Figures> rounds) {
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

    /** Throws an exception if fewer operations were acknowledged than expected. */
    public void expect(long expected) {
        if (operations < expected) {
            throw new IllegalStateException(
                    operations
                            + " of "
                            + expected
                            + " operations were acknowledged; first failure: "
                            + firstFailure);
        }
    }

    private static double median(List<Figures> rounds, ToDoubleFunction<Figures> figure) {
        var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
