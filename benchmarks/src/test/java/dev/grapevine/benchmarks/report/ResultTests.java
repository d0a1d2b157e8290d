package dev.grapevine.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.benchmarks.load.Figures;
import dev.grapevine.benchmarks.measurement.Comparison;
import dev.grapevine.benchmarks.measurement.Goal;
import dev.grapevine.benchmarks.measurement.SumCheck;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Verdicts and table follow from medians, failures and sums. */
class ResultTests {

    private static final Comparison TWICE =
            new Comparison("a question", "ours", "theirs", new Goal.AtLeast(2));

    @Test
    void comparesTheMediansOfTheRounds() {
        var result =
                result(
                        List.of(round(100, 50), round(900, 10), round(110, 40)),
                        new SumCheck.Finding(true, "right"));

        assertThat(result.median("ours").perSecond()).isEqualTo(110);
        assertThat(result.median("theirs").perSecond()).isEqualTo(40);
        assertThat(result.verdict(TWICE)).isEqualTo(Result.Verdict.MET);
        assertThat(new Table(List.of(result)).toString()).contains("2.75").contains("yes");
    }

    @Test
    void meetsNoGoalWithACallThatFailed() {
        var failed = Map.of("ours", figures(100, 1), "theirs", figures(10, 0));

        var result = result(List.of(failed), new SumCheck.Finding(true, "right"));

        assertThat(result.verdict(TWICE)).isEqualTo(Result.Verdict.NOT_MET);
        assertThat(new Table(List.of(result)).toString()).contains("1 FAILED calls of ours");
    }

    @Test
    void meetsNoGoalWithSumsThatAreWrong() {
        var result =
                result(List.of(round(100, 10)), new SumCheck.Finding(false, "one point short"));

        assertThat(result.verdict(TWICE)).isEqualTo(Result.Verdict.NOT_MET);
        assertThat(new Table(List.of(result)).toString()).contains("WRONG; one point short");
    }

    @Test
    void saysThatABaselineWasSkipped() {
        var alone = Map.of("ours", figures(100, 0));

        var result = result(List.of(alone), new SumCheck.Finding(true, "right"));

        assertThat(result.verdict(TWICE)).isEqualTo(Result.Verdict.SKIPPED);
        assertThat(new Table(List.of(result)).toString()).contains("SKIPPED");
    }

    private static Result result(List<Map<String, Figures>> rounds, SumCheck.Finding finding) {
        return new Result("test", List.of(TWICE), rounds, List.of(finding), List.of(), false);
    }

    private static Map<String, Figures> round(double ours, double theirs) {
        return Map.of("ours", figures(ours, 0), "theirs", figures(theirs, 0));
    }

    private static Figures figures(double perSecond, long failures) {
        return new Figures(100, failures, perSecond, 1, 2, 3, failures == 0 ? null : "a failure");
    }
}
