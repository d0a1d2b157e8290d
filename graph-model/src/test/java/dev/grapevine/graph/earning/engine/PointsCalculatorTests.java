package dev.grapevine.graph.earning.engine;

import static dev.grapevine.graph.earning.engine.RuleDraft.rule;
import static dev.grapevine.graph.earning.engine.TestActivity.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.earning.rule.PointsFormula;
import dev.grapevine.graph.earning.rule.Rounding;
import dev.grapevine.graph.earning.rule.TierSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;

class PointsCalculatorTests {

    private static long point(RuleDraft rule, TestActivity testActivity) {
        return EngineRun.through(TestRules.of(rule)).point(testActivity);
    }

    private static PointsFormula perValue(String points, String each) {
        return new PointsFormula.PerValue(new BigDecimal(points), new BigDecimal(each));
    }

    @Test
    void fixedAmountIsTheSameForEachActivity() {
        assertThat(point(rule("r").gives(7), order().quantity(9).value("100"))).isEqualTo(7);
        assertThat(point(rule("r").gives(-7), order())).isEqualTo(-7);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, 3, DOWN, 4",
        "1.5, 3, HALF_UP, 5",
        "1.4, 3, UP, 5",
        "-1.5, 3, DOWN, -4",
        "-1.5, 3, HALF_UP, -5",
        "-1.4, 3, UP, -5",
        "1.5, -3, DOWN, -4",
        "0.1, 3, DOWN, 0",
    })
    void amountPerQuantityIsRounded(BigDecimal points, long quantity, Rounding how, long whole) {
        var rule = rule("r").gives(new PointsFormula.PerQuantity(points)).rounded(how);
        assertThat(point(rule, order().quantity(quantity))).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 10, 99.99, DOWN, 9",
        "1, 10, 99.99, UP, 10",
        "1, 3, 9.9999, HALF_UP, 3",
        "-1, 10, 99.99, DOWN, -9",
        "1, 10, -99.99, DOWN, -9",
    })
    void amountPerValueIsRounded(
            String points, String each, String value, Rounding how, long whole) {
        var rule = rule("r").gives(perValue(points, each)).rounded(how);
        assertThat(point(rule, order().value(value))).isEqualTo(whole);
    }

    @Test
    void activityWithoutAValueIsWorthNothing() {
        assertThat(point(rule("r").gives(perValue("5", "1")), order())).isZero();
    }

    @Test
    void formulaIsRoundedAsWell() {
        var rule =
                rule("r")
                        .gives(new PointsFormula.ByExpression("value * 1.5"))
                        .rounded(Rounding.HALF_UP);
        assertThat(point(rule, order().value("3"))).isEqualTo(5);
    }

    @Test
    void formulaWithoutAResultGivesNothingAndSaysWhy() {
        var rule = rule("r").gives(new PointsFormula.ByExpression("10 / (quantity - 1)"));
        var result = EngineRun.through(TestRules.of(rule)).apply(order());
        assertThat(result.pointsEffects()).isEmpty();
        assertThat(result.traces().getFirst().reasons())
                .singleElement()
                .asString()
                .contains("no result")
                .contains("by zero");
    }

    @Test
    void amountPerActivityIsAtMostABillion() {
        var formula = rule("r").gives(new PointsFormula.ByExpression("value"));
        assertThat(point(formula, order().value("123456789012345"))).isEqualTo(1_000_000_000);
        assertThat(point(formula, order().value("-123456789012345"))).isEqualTo(-1_000_000_000);
    }

    @Test
    void multipliersMultiplyBeforeRounding() {
        var testRules =
                TestRules.of(
                        rule("r").gives(perValue("10", "3")), rule("m").givesNothing().times("3"));
        assertThat(EngineRun.through(testRules).point(order().value("1"))).isEqualTo(10);
    }

    @Test
    void multipliersOfSeveralRulesMultiplyEachOther() {
        var testRules =
                TestRules.of(
                        rule("r").gives(10),
                        rule("double").givesNothing().times("2"),
                        rule("more").givesNothing().times("1.5"));
        assertThat(EngineRun.through(testRules).point(order())).isEqualTo(30);
    }

    @Test
    void multiplierDoesNotApplyToBonuses() {
        var testRules =
                TestRules.of(rule("r").gives(10).asBonus(), rule("m").givesNothing().times("2"));
        assertThat(EngineRun.through(testRules).point(order())).isEqualTo(10);
    }

    @Test
    void multiplierAppliesToTheRulesThatItNames() {
        var testRules =
                TestRules.of(
                        rule("a").gives(10),
                        rule("b").gives(1),
                        rule("m").givesNothing().times("2", "a"));
        assertThat(EngineRun.through(testRules).point(order())).isEqualTo(21);
    }

    @Test
    void multiplierAppliesToItsOwnRuleOnlyIfNamed() {
        var testRules = TestRules.of(rule("a").gives(10), rule("m").gives(100).times("2"));
        assertThat(EngineRun.through(testRules).point(order())).isEqualTo(120);
        var named = TestRules.of(rule("a").gives(10), rule("m").gives(100).times("2", "m"));
        assertThat(EngineRun.through(named).point(order())).isEqualTo(210);
    }

    @Test
    void multiplierThatDoesNotFireMultipliesNothing() {
        var testRules =
                TestRules.of(
                        rule("a").gives(10), rule("m").forKinds("visit").givesNothing().times("2"));
        assertThat(EngineRun.through(testRules).point(order())).isEqualTo(10);
    }

    @Test
    void tierMultipliesNonBonusPointsOfItsCurrency() {
        var tierSet = new TierSet("POINTS", 365, null, 0, "UTC", TestRules.tiers("2", "3", "3"));
        var testRules =
                TestRules.of(
                                rule("a").gives(10),
                                rule("b").gives(1).asBonus(),
                                rule("c").gives(100).in("STARS"))
                        .tierSet("main", tierSet);
        assertThat(EngineRun.through(testRules).point(order())).isEqualTo(121);
    }

    @Test
    void tierAndRulesMultiplyEachOther() {
        var tierSet = new TierSet("POINTS", 365, null, 0, "UTC", TestRules.tiers("1.5", "3", "3"));
        var testRules =
                TestRules.of(rule("a").gives(10), rule("m").givesNothing().times("3"))
                        .tierSet("main", tierSet);
        assertThat(EngineRun.through(testRules).point(order())).isEqualTo(45);
    }

    @Test
    void pointsEffectHasTheCalculation() {
        var testRules =
                TestRules.of(
                        rule("a").gives(new PointsFormula.PerQuantity(new BigDecimal("1.5"))),
                        rule("m").givesNothing().times("1.5"));
        assertThat(
                        EngineRun.through(testRules)
                                .apply(order().quantity(3))
                                .pointsEffects()
                                .getFirst()
                                .calculation())
                .containsExactly("1.5 for each of 3", "Times 1.5 by rule m", "Rounded to 6");
    }
}
