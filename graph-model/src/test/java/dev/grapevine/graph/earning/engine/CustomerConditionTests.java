package dev.grapevine.graph.earning.engine;

import static dev.grapevine.graph.earning.engine.RuleDraft.rule;
import static dev.grapevine.graph.earning.engine.TestActivity.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.earning.rule.Comparison;
import dev.grapevine.graph.earning.rule.Condition;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Conditions on the state of the customer before the activity. */
class CustomerConditionTests {

    private static final Condition FOR_A_MONTH =
            new Condition.MembershipDays(Comparison.AT_LEAST, 30);

    @Test
    void membershipDaysAreWholeDays() {
        var engineRun = EngineRun.through(TestRules.of(rule("r").when(FOR_A_MONTH)));
        assertThat(
                        engineRun.points(
                                order().at("2026-01-30T23:59:59Z"),
                                order().at("2026-01-31T00:00:00Z")))
                .containsExactly(0L, 10L);
    }

    @Test
    void membershipDaysAreFalseWithoutATimeOfJoining() {
        var customer = new CustomerRef("cus_2", null);
        assertThat(EngineRun.of(customer, TestRules.of(rule("r").when(FOR_A_MONTH))).point(order()))
                .isZero();
    }

    @Test
    void referrerIsAFlagOfTheActivity() {
        var engineRun =
                EngineRun.through(TestRules.of(rule("r").when(new Condition.HasReferrer())));
        assertThat(
                        engineRun.points(
                                order(),
                                order().knowing(ActivityFacts.CustomerFlag.HAS_REFERRER),
                                order()))
                .containsExactly(0L, 10L, 0L);
    }

    @Test
    void badgeCountsFromTheActivityAfterTheOneThatEarnsIt() {
        var testRules =
                TestRules.of(
                        rule("award").awards("fan").givesNothing(),
                        rule("fans").when(new Condition.HasBadge("fan")));
        assertThat(EngineRun.through(testRules).points(order(), order())).containsExactly(0L, 10L);
    }

    @Test
    void badgeThatIsEarnedDoesNotCountForAnotherBadgeOfTheSameActivity() {
        var fan = Badges.count(1).make();
        var friend = Badges.count(1).when(new Condition.HasBadge("fan")).make();
        var testRules = TestRules.of().badge("fan", fan).badge("friend", friend);
        var engineRun = EngineRun.through(testRules);
        assertThat(engineRun.badges(order())).containsExactly("fan 0");
        assertThat(engineRun.badges(order())).containsExactly("friend 0");
    }

    @Test
    void badgeOfAnyLevelAndPeriodCounts() {
        var daily =
                Badges.count(2)
                        .levels(2, 9)
                        .in(BadgeCriteria.MeasurePeriod.DAY)
                        .repeatable()
                        .make();
        var testRules =
                TestRules.of(rule("r").when(new Condition.HasBadge("daily"))).badge("daily", daily);
        assertThat(
                        EngineRun.through(testRules)
                                .points(order(), order(), order(), order().on("2026-05-01")))
                .containsExactly(0L, 0L, 10L, 10L);
    }

    @Test
    void manualBadgeIsAFlagOfTheActivity() {
        var engineRun =
                EngineRun.through(TestRules.of(rule("r").when(new Condition.HasBadge("vip"))));
        assertThat(
                        engineRun.points(
                                order(), order().knowing(ActivityFacts.CustomerFlag.badge("vip"))))
                .containsExactly(0L, 10L);
    }

    @Test
    void tierIsTheOneBeforeTheActivity() {
        var testRules =
                TestRules.of(
                                rule("big").gives(100),
                                rule("silver")
                                        .gives(1)
                                        .when(new Condition.TierIn("main", List.of("silver"))))
                        .tierSet("main", TestRules.rolling(365, 0));
        assertThat(EngineRun.through(testRules).points(order(), order()))
                .containsExactly(100L, 101L);
    }

    @Test
    void tierOfAnUnknownTierSetIsFalse() {
        var condition = new Condition.TierIn("other", List.of("bronze"));
        assertThat(EngineRun.through(TestRules.of(rule("r").when(condition))).point(order()))
                .isZero();
    }
}
