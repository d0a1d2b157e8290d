package dev.grapevine.graph.earning.engine;

import static dev.grapevine.graph.earning.engine.RuleDraft.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.earning.rule.EarningLimit;
import dev.grapevine.graph.earning.rule.Period;
import dev.grapevine.graph.earning.rule.PointsFormula;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;

/** Caps and floors against a model of plain sums. */
class LimitProperties {

    private static final String ZONE = "America/New_York";

    @Provide
    Arbitrary<List<ActivityFacts>> activities() {
        return TestActivities.upTo(40, 30);
    }

    private static RuleDraft byQuantity(String key) {
        return rule(key)
                .forKinds("order", "visit", "review")
                .zone(ZONE)
                .gives(new PointsFormula.PerQuantity(BigDecimal.ONE));
    }

    private static EarningLimit cap(long most, Period period) {
        return new EarningLimit(EarningLimit.Type.CAP, "POINTS", List.of(), most, period, ZONE);
    }

    @Property
    void capOfARuleIsTheMinimumOfCapAndNetSum(
            @ForAll("activities") List<ActivityFacts> activities,
            @ForAll Period period,
            @ForAll @IntRange(max = 60) int most) {
        var given =
                TestActivities.points(
                        TestRules.of(byQuantity("r").atMost(most, period)), activities);
        followsTheNetSum(activities, given, period, most);
    }

    @Property
    void sharedCapIsTheMinimumOfCapAndNetSumOfAllRules(
            @ForAll("activities") List<ActivityFacts> activities,
            @ForAll Period period,
            @ForAll @IntRange(max = 60) int most) {
        var testRules =
                TestRules.of(
                                byQuantity("a").forKinds("order"),
                                byQuantity("b").forKinds("visit"),
                                byQuantity("c").forKinds("review"))
                        .limit("all", cap(most, period));
        followsTheNetSum(activities, TestActivities.points(testRules, activities), period, most);
    }

    private static void followsTheNetSum(
            List<ActivityFacts> activities, List<Long> given, Period period, long most) {
        var nets = new HashMap<Long, Long>();
        var sums = new HashMap<Long, Long>();
        for (var i = 0; i < activities.size(); i++) {
            var slot = period.slot(TestActivities.day(activities.get(i), ZONE));
            var net = nets.merge(slot, activities.get(i).quantity(), Long::sum);
            assertThat(sums.merge(slot, given.get(i), Long::sum)).isEqualTo(Math.min(most, net));
        }
    }

    @Property
    void noCapIsExceeded(
            @ForAll("activities") List<ActivityFacts> activities,
            @ForAll @IntRange(max = 30) int daily,
            @ForAll @IntRange(max = 60) int weekly,
            @ForAll @IntRange(max = 90) int monthly,
            @ForAll @IntRange(max = 20) int least) {
        var testRules =
                TestRules.of(
                                byQuantity("r")
                                        .atMost(monthly, Period.MONTH)
                                        .atMost(daily, Period.DAY))
                        .limit("week", cap(weekly, Period.WEEK))
                        .floor("floor", least);
        var given = TestActivities.points(testRules, activities);
        for (var period : List.of(Period.DAY, Period.WEEK, Period.MONTH)) {
            var most = period == Period.DAY ? daily : period == Period.WEEK ? weekly : monthly;
            var sums = new HashMap<Long, Long>();
            for (var i = 0; i < activities.size(); i++) {
                var slot = period.slot(TestActivities.day(activities.get(i), ZONE));
                assertThat(sums.merge(slot, given.get(i), Long::sum)).isLessThanOrEqualTo(most);
            }
        }
    }

    @Property
    void pointsAreGivenIfEveryCapHasRoomAndNoExcess(
            @ForAll("activities") List<ActivityFacts> activities,
            @ForAll @IntRange(max = 30) int daily,
            @ForAll @IntRange(max = 90) int monthly) {
        var gains = activities.stream().filter(it -> it.quantity() > 0).toList();
        var testRules =
                TestRules.of(byQuantity("r").atMost(monthly, Period.MONTH))
                        .limit("day", cap(daily, Period.DAY));
        var given = TestActivities.points(testRules, gains);
        var days = new HashMap<Long, Long>();
        var months = new HashMap<Long, Long>();
        for (var i = 0; i < gains.size(); i++) {
            var day = TestActivities.day(gains.get(i), ZONE);
            var roomOfDay = daily - days.getOrDefault(Period.DAY.slot(day), 0L);
            var roomOfMonth = monthly - months.getOrDefault(Period.MONTH.slot(day), 0L);
            assertThat(given.get(i))
                    .isEqualTo(Math.min(gains.get(i).quantity(), Math.min(roomOfDay, roomOfMonth)));
            days.merge(Period.DAY.slot(day), given.get(i), Long::sum);
            months.merge(Period.MONTH.slot(day), given.get(i), Long::sum);
        }
    }

    @Property
    void totalNeverFallsBelowTheFloor(
            @ForAll("activities") List<ActivityFacts> activities,
            @ForAll @IntRange(max = 60) int least) {
        var given =
                TestActivities.points(
                        TestRules.of(byQuantity("r")).floor("floor", least), activities);
        var total = 0L;
        for (var i = 0; i < activities.size(); i++) {
            var wanted = activities.get(i).quantity();
            var expected = wanted >= 0 ? wanted : -Math.min(-wanted, Math.max(0, total - least));
            assertThat(given.get(i)).isEqualTo(expected);
            total += given.get(i);
        }
    }
}
