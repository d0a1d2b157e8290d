package dev.grapevine.graph.earning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;

class ConditionFormatterTests {

    private static final Condition APP = new Condition.ChannelIn(List.of("app", "web"));
    private static final Condition MANY = new Condition.QuantityIs(Comparison.AT_LEAST, 3);

    @Test
    void nestedPartsAreInBrackets() {
        var condition =
                new Condition.All(
                        List.of(new Condition.Any(List.of(APP, MANY)), new Condition.Not(MANY)));
        assertThat(ConditionFormatter.of(condition))
                .isEqualTo(
                        "(the channel is app or web or the quantity is at least 3) and not (the"
                                + " quantity is at least 3)");
    }

    @Test
    void aggregatesNameFunctionAndWindow() {
        var aggregate =
                new Aggregate(Aggregate.Type.DISTINCT_CONTRIBUTIONS, List.of("vote", "review"), 30);
        assertThat(
                        ConditionFormatter.of(
                                new Condition.AggregateIs(
                                        aggregate, Comparison.GREATER, new BigDecimal("1E+1"))))
                .isEqualTo("the distinct contributions of vote, review in 30 days is more than 10");
    }

    @Test
    void weekdaysAndRepliesAreFormatted() {
        assertThat(
                        ConditionFormatter.of(
                                new Condition.Weekdays(
                                        List.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY))))
                .isEqualTo("the day is monday or sunday");
        assertThat(
                        ConditionFormatter.of(
                                new Condition.ContributionCondition(List.of("idea"), true)))
                .isEqualTo("it is about idea that answers the customer's own");
    }
}
