package dev.grapevine.benchmarks;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a measurement found.
 *
 * @param rounds the figures of each round, by contestant; none if it was skipped
 * @param findings whether what was answered is true
 * @param remarks what else is to be said; why it was skipped
 * @param isBroken whether it broke off
 */
record Result(
        String measurement,
        List<Comparison> comparisons,
        List<Map<String, Figures>> rounds,
        List<Books.Finding> findings,
        List<String> remarks,
        boolean isBroken) {

    /** A contestant's median; null if it had no turn. */
    @Nullable Figures median(String contestant) {
        var figures = rounds.stream().map(round -> round.get(contestant)).filter(Objects::nonNull);
        var known = figures.toList();
        return known.isEmpty() ? null : Figures.median(known);
    }

    /** Whether it came to its end and what was answered is true. */
    boolean isSound() {
        return !isBroken && findings.stream().allMatch(Books.Finding::isRight);
    }

    /** How a comparison ended. */
    enum Verdict {
        MET,
        NOT_MET,
        SKIPPED,
        NO_GOAL
    }

    /** A goal is only met without a failed call and with sums that are exact. */
    Verdict verdict(Comparison comparison) {
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
