package dev.grapevine.graph.earning.engine;

import static dev.grapevine.graph.earning.engine.RuleDraft.rule;
import static dev.grapevine.graph.earning.engine.TestActivity.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.earning.rule.Comparison;
import dev.grapevine.graph.earning.rule.Condition;
import dev.grapevine.graph.earning.rule.RuleHistory;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Selection of the rules that fire: by group, priority, time and revision. */
class RuleChoiceTests {

    private static final Condition MANY = new Condition.QuantityIs(Comparison.AT_LEAST, 5);

    @Test
    void onlyTheFirstRuleOfAnExclusiveGroupFires() {
        var testRules =
                TestRules.of(
                        rule("many").gives(50).when(MANY).priority(2).oneOf("g"),
                        rule("some").gives(20).priority(1).oneOf("g"),
                        rule("any").gives(1).oneOf("g"));
        assertThat(EngineRun.through(testRules).points(order().quantity(5), order()))
                .containsExactly(50L, 20L);
    }

    @Test
    void keyOrdersAnExclusiveGroupOfEqualPriorities() {
        var testRules = TestRules.of(rule("b").gives(2).oneOf("g"), rule("a").gives(1).oneOf("g"));
        assertThat(EngineRun.through(testRules).point(order())).isEqualTo(1);
    }

    @Test
    void exclusiveGroupsAreIndependent() {
        var testRules = TestRules.of(rule("a").gives(1).oneOf("g"), rule("b").gives(2).oneOf("h"));
        assertThat(EngineRun.through(testRules).point(order())).isEqualTo(3);
    }

    @Test
    void pointsEffectsAreInTheOrderOfTheRules() {
        var testRules = TestRules.of(rule("a"), rule("b").priority(1), rule("c").priority(-1));
        assertThat(EngineRun.through(testRules).apply(order()).pointsEffects())
                .extracting(EvaluationResult.PointsEffect::ruleKey)
                .containsExactly("b", "a", "c");
    }

    @Test
    void ruleAppliesFromStartInclusiveToEndExclusive() {
        var rule = rule("r").from("2026-03-01T00:00:00+01:00").until("2026-04-01T00:00:00+02:00");
        assertThat(
                        EngineRun.through(TestRules.of(rule))
                                .points(
                                        order().at("2026-02-28T22:59:59Z"),
                                        order().at("2026-02-28T23:00:00Z"),
                                        order().at("2026-03-31T21:59:59Z"),
                                        order().at("2026-03-31T22:00:00Z")))
                .containsExactly(0L, 10L, 10L, 0L);
    }

    @Test
    void ruleOutsideItsPeriodDoesNotBlockItsGroup() {
        var testRules =
                TestRules.of(
                        rule("a").gives(50).oneOf("g").until("2026-01-01T00:00:00Z"),
                        rule("b").gives(1).oneOf("g"));
        assertThat(EngineRun.through(testRules).point(order())).isEqualTo(1);
    }

    @Test
    void activityIsEvaluatedByItsOwnRevision() {
        var history =
                new RuleHistory(
                        List.of(
                                TestRules.of(rule("r").gives(1)).revision(1),
                                TestRules.of(rule("r").gives(2)).revision(3)));
        assertThat(
                        EngineRun.through(history)
                                .points(
                                        order().under(0),
                                        order().under(1),
                                        order().under(2),
                                        order().under(3),
                                        order().under(1)))
                .containsExactly(0L, 1L, 1L, 2L, 1L);
    }

    @Test
    void aggregateOfALaterRevisionCountsEarlierActivities() {
        var third = new Condition.NthOfKind(3, false);
        var history =
                new RuleHistory(
                        List.of(
                                TestRules.of().revision(1),
                                TestRules.of(rule("r").when(third)).revision(2)));
        assertThat(
                        EngineRun.through(history)
                                .points(order().under(1), order().under(1), order().under(2)))
                .containsExactly(0L, 0L, 10L);
    }

    @Test
    void badgeOfTheLatestRevisionCountsEarlierActivities() {
        var history =
                new RuleHistory(
                        List.of(
                                TestRules.of().revision(1),
                                TestRules.of().badge("fan", Badges.count(2).make()).revision(2)));
        var engineRun = EngineRun.through(history);
        assertThat(engineRun.badges(order().under(1))).isEmpty();
        assertThat(engineRun.badges(order().under(1))).containsExactly("fan 0");
    }

    @Test
    void ruleTracesExplainEachRule() {
        var both = new Condition.All(List.of(MANY, new Condition.ChannelIn(List.of("app"))));
        var testRules =
                TestRules.of(
                        rule("a").oneOf("g"),
                        rule("b").oneOf("g"),
                        rule("c").when(both),
                        rule("d").until("2020-01-01T00:00:00Z"));
        assertThat(EngineRun.through(testRules).apply(order()).traces())
                .extracting(it -> it.ruleKey() + ": " + String.join(", ", it.reasons()))
                .containsExactly(
                        "b: Another rule of the exclusive group g fired first",
                        "c: Not satisfied: the quantity is at least 5, Not satisfied: the channel"
                                + " is app",
                        "d: The activity occurred at 2026-03-02T12:00Z, outside of the period of"
                                + " the rule",
                        "a: 10 for each activity");
    }

    @Test
    void ruleTracesAreEmptyUnlessRequestedAndChangeNoResult() {
        var testRules = TestRules.of(rule("a").when(MANY), rule("b"));
        var customer = new CustomerRef("cus_1", null);
        var one =
                new EarningEngine(
                        testRules.history(), customer, EarningState.none(), BudgetSource.UNLIMITED);
        var other =
                new EarningEngine(
                        testRules.history(), customer, EarningState.none(), BudgetSource.UNLIMITED);
        var untraced = one.apply(order().toFacts(0));
        var traced = other.applyWithTraces(order().toFacts(0));
        assertThat(untraced.traces()).isEmpty();
        assertThat(traced.traces()).hasSize(2);
        assertThat(untraced.pointsEffects()).isEqualTo(traced.pointsEffects());
    }
}
