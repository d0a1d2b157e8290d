package dev.grapevine.graph.earning.engine;

import static dev.grapevine.graph.earning.engine.RuleDraft.rule;
import static dev.grapevine.graph.earning.engine.TestActivity.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.earning.rule.Comparison;
import dev.grapevine.graph.earning.rule.Condition;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;

/** Conditions on the activity itself. */
class ActivityConditionTests {

    private static boolean holds(Condition condition, TestActivity testActivity) {
        return EngineRun.through(
                                TestRules.of(rule("r").forKinds("order", "review").when(condition)))
                        .point(testActivity)
                == 10;
    }

    @Test
    void kindIsInTheList() {
        var condition = new Condition.KindIn(List.of("review", "visit"));
        assertThat(holds(condition, TestActivity.of("review"))).isTrue();
        assertThat(holds(condition, order())).isFalse();
    }

    @Test
    void channelIsInTheListAndNotMissing() {
        var condition = new Condition.ChannelIn(List.of("app", "web"));
        assertThat(holds(condition, order().over("web"))).isTrue();
        assertThat(holds(condition, order().over("shop"))).isFalse();
        assertThat(holds(condition, order())).isFalse();
    }

    @Test
    void fieldIsComparedAsATextForEquality() {
        var is = new Condition.FieldIs("size", Comparison.EQUAL, "XL");
        var isNot = new Condition.FieldIs("size", Comparison.NOT_EQUAL, "XL");
        assertThat(holds(is, order().with("size", "XL"))).isTrue();
        assertThat(holds(is, order().with("size", "xl"))).isFalse();
        assertThat(holds(isNot, order().with("size", "M"))).isTrue();
    }

    @Test
    void missingFieldIsFalseForEachComparison() {
        assertThat(holds(new Condition.FieldIs("size", Comparison.NOT_EQUAL, "XL"), order()))
                .isFalse();
    }

    @Test
    void fieldIsComparedAsANumberForOrder() {
        var condition = new Condition.FieldIs("stars", Comparison.AT_LEAST, "10");
        assertThat(holds(condition, order().with("stars", "9"))).isFalse();
        assertThat(holds(condition, order().with("stars", "10.0"))).isTrue();
        assertThat(holds(condition, order().with("stars", "100"))).isTrue();
        assertThat(holds(condition, order().with("stars", "-100"))).isFalse();
    }

    @Test
    void fieldThatIsNotANumberHasNoOrder() {
        var condition = new Condition.FieldIs("stars", Comparison.LESS, "10");
        assertThat(holds(condition, order().with("stars", "many"))).isFalse();
        assertThat(holds(condition, order().with("stars", ""))).isFalse();
    }

    @Test
    void valueIsComparedWhateverItsDecimals() {
        var condition = new Condition.ValueIs(Comparison.EQUAL, new BigDecimal("5"));
        assertThat(holds(condition, order().value("5.00"))).isTrue();
        assertThat(holds(condition, order().value("5.01"))).isFalse();
        assertThat(holds(condition, order())).isFalse();
    }

    @Test
    void everyComparisonOfQuantitiesHoldsWhereItsNameSays() {
        assertThat(List.of(2L, 3L, 4L).stream().map(it -> with(Comparison.EQUAL, it)))
                .containsExactly(false, true, false);
        assertThat(List.of(2L, 3L, 4L).stream().map(it -> with(Comparison.NOT_EQUAL, it)))
                .containsExactly(true, false, true);
        assertThat(List.of(2L, 3L, 4L).stream().map(it -> with(Comparison.LESS, it)))
                .containsExactly(true, false, false);
        assertThat(List.of(2L, 3L, 4L).stream().map(it -> with(Comparison.AT_MOST, it)))
                .containsExactly(true, true, false);
        assertThat(List.of(2L, 3L, 4L).stream().map(it -> with(Comparison.AT_LEAST, it)))
                .containsExactly(false, true, true);
        assertThat(List.of(2L, 3L, 4L).stream().map(it -> with(Comparison.GREATER, it)))
                .containsExactly(false, false, true);
    }

    private static boolean with(Comparison comparison, long quantity) {
        return holds(new Condition.QuantityIs(comparison, 3), order().quantity(quantity));
    }

    @Test
    void subjectOfAnyKindRequiresAContribution() {
        var condition = new Condition.ContributionCondition(List.of(), null);
        assertThat(holds(condition, order())).isFalse();
        assertThat(holds(condition, order().about("con_1", "idea"))).isTrue();
    }

    @Test
    void subjectOfAKindRequiresThatKind() {
        var condition = new Condition.ContributionCondition(List.of("idea"), null);
        assertThat(holds(condition, order().about("con_1", "idea"))).isTrue();
        assertThat(holds(condition, order().about("con_1", "report"))).isFalse();
    }

    @Test
    void replyToOwnIsRequiredOrExcluded() {
        var own = order().about("con_1", "idea").answeringOwn();
        var other = order().about("con_1", "idea");
        assertThat(holds(new Condition.ContributionCondition(List.of(), true), own)).isTrue();
        assertThat(holds(new Condition.ContributionCondition(List.of(), true), other)).isFalse();
        assertThat(holds(new Condition.ContributionCondition(List.of(), false), own)).isFalse();
        assertThat(holds(new Condition.ContributionCondition(List.of(), false), other)).isTrue();
    }

    @Test
    void allAnyAndNotCombineConditions() {
        var app = new Condition.ChannelIn(List.of("app"));
        var many = new Condition.QuantityIs(Comparison.AT_LEAST, 3);
        var both = order().over("app").quantity(3);
        assertThat(holds(new Condition.All(List.of(app, many)), both)).isTrue();
        assertThat(holds(new Condition.All(List.of(app, many)), order().over("app"))).isFalse();
        assertThat(holds(new Condition.Any(List.of(app, many)), order().over("app"))).isTrue();
        assertThat(holds(new Condition.Any(List.of(app, many)), order())).isFalse();
        assertThat(holds(new Condition.Not(app), order())).isTrue();
        assertThat(holds(new Condition.Not(app), both)).isFalse();
    }

    @Test
    void ruleAppliesToItsKindsOnly() {
        assertThat(
                        EngineRun.through(TestRules.of(rule("r")))
                                .apply(TestActivity.of("visit"))
                                .traces())
                .isEmpty();
    }
}
