package dev.grapevine.benchmarks.report;

import dev.grapevine.benchmarks.load.Figures;
import dev.grapevine.benchmarks.measurement.Comparison;
import dev.grapevine.benchmarks.measurement.Goal;
import dev.grapevine.benchmarks.measurement.SumCheck;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Result of a measurement.
 *
 * @param rounds figures of each round, by contestant; empty if the measurement was skipped
 * @param findings checks of the sums
 * @param remarks remarks, or the reason why the measurement was skipped
 * @param isBroken true if an exception ended the measurement
 */
public record Result(
        String measurement,
        List<Comparison> comparisons,
        List<Map<String, Figures>> rounds,
        List<SumCheck.Finding> findings,
        List<String> remarks,
        boolean isBroken) {

    /** Returns the median figures of a contestant; null if it had no turn. */
    @Nullable Figures median(String contestant) {
        var figures = rounds.stream().map(round -> round.get(contestant)).filter(Objects::nonNull);
        var known = figures.toList();
        return known.isEmpty() ? null : Figures.median(known);
    }

    /** Returns true if the measurement is complete and all sums are right. */
    public boolean isSound() {
        return !isBroken && findings.stream().allMatch(SumCheck.Finding::isRight);
    }

    /** Verdict of a comparison. */
    public enum Verdict {
        MET,
        NOT_MET,
        SKIPPED,
        NO_GOAL
    }

    /** Returns the verdict; a goal is met only without failed calls and with exact sums. */
    public Verdict verdict(Comparison comparison) {
        var ours = median(comparison.ours());
        var baseline = median(comparison.baseline());
        var goal = comparison.goal();
        if (ours == null || (baseline == null && !(goal instanceof Goal.FasterThan))) {
            return Verdict.SKIPPED;
        }
        if (goal == null) {
            return Verdict.NO_GOAL;
        }
        return goal.isMet(ours, baseline) && ours.failures() == 0 && isSound()
                ? Verdict.MET
                : Verdict.NOT_MET;
    }
}
