package dev.grapevine.api.badge.openbadges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.earning.rule.BadgeCriteria.Measure;
import dev.grapevine.graph.earning.rule.BadgeCriteria.MeasurePeriod;
import dev.grapevine.graph.earning.rule.BadgeCriteria.WeightedKind;
import dev.grapevine.graph.earning.rule.Comparison;
import dev.grapevine.graph.earning.rule.Condition;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** Sentences of credentials about the criteria of a badge. */
class CriteriaNarrativeTests {

    private static final List<WeightedKind> REVIEWS = List.of(new WeightedKind("review.posted", 1));

    private static String narrative(
            Measure measure,
            MeasurePeriod period,
            long threshold,
            List<WeightedKind> kinds,
            @Nullable Condition when) {
        var criteria =
                new BadgeCriteria(kinds, when, measure, period, false, List.of(), false, "UTC");
        return new CriteriaNarrative(criteria, threshold).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COUNT | 1 | 1 activity of the kind 'review.posted'",
                "COUNT | 3 | 3 activities of the kind 'review.posted'",
                "QUANTITY | 3 | a quantity of 3 in activities of the kind 'review.posted'",
                "VALUE | 3 | a value of 3 in activities of the kind 'review.posted'",
                "DISTINCT_CONTRIBUTIONS | 1 | activities about 1 contribution of the kind"
                        + " 'review.posted'",
                "DISTINCT_CONTRIBUTIONS | 3 | activities about 3 different contributions of the"
                        + " kind 'review.posted'",
                "DISTINCT_KINDS | 3 | activities of 3 different kinds out of those of the kind"
                        + " 'review.posted'",
                "DISTINCT_DAYS | 3 | activities on 3 different days of the kind 'review.posted'",
                "STREAK_OF_DAYS | 3 | activities on 3 different days without a gap, of the kind"
                        + " 'review.posted'"
            })
    void nameTheMeasureAndTheThreshold(Measure measure, long threshold, String measured) {
        assertThat(narrative(measure, MeasurePeriod.ALL_TIME, threshold, REVIEWS, null))
                .isEqualTo("Earned with " + measured);
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, ' within a day'",
        "WEEK, ' within a week'",
        "MONTH, ' within a month'",
        "YEAR, ' within a year'",
        "CONTRIBUTION, ' about one contribution'"
    })
    void nameThePeriod(MeasurePeriod period, String within) {
        assertThat(narrative(Measure.COUNT, period, 3, REVIEWS, null))
                .isEqualTo("Earned with 3 activities of the kind 'review.posted'" + within);
    }

    @Test
    void nameTheWeightsOfKindsAndTheCondition() {
        var kinds = List.of(new WeightedKind("a", 2), new WeightedKind("b", -1));
        var when = new Condition.QuantityIs(Comparison.GREATER, 5);
        assertThat(narrative(Measure.COUNT, MeasurePeriod.ALL_TIME, 3, kinds, when))
                .isEqualTo(
                        "Earned with 3 activities of the kinds 'a' (each counts 2), 'b' (each"
                                + " counts -1), where the quantity is more than 5");
    }
}
