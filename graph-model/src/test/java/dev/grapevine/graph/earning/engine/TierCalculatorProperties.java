package dev.grapevine.graph.earning.engine;

import static dev.grapevine.graph.earning.engine.RuleDraft.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.earning.rule.Period;
import dev.grapevine.graph.earning.rule.PointsFormula;
import dev.grapevine.graph.earning.rule.TierSet;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Tier status against a model that evaluates each day. */
class TierCalculatorProperties {

    @Provide
    Arbitrary<List<ActivityFacts>> activities() {
        return TestActivities.upTo(25, 400);
    }

    @Provide
    Arbitrary<TierSet> tierSets() {
        var graces = Arbitraries.integers().between(0, 40);
        return Arbitraries.oneOf(
                graces.flatMap(
                        grace ->
                                Arbitraries.of(1, 7, 30, 90)
                                        .map(days -> TestRules.rolling(days, grace))),
                graces.flatMap(
                        grace ->
                                Arbitraries.of(Period.class)
                                        .map(period -> TestRules.by(period, grace))));
    }

    private static TestRules rules(TierSet tierSet) {
        var points = rule("r").gives(new PointsFormula.PerQuantity(BigDecimal.TEN));
        return TestRules.of(points.forKinds("order", "visit", "review")).tierSet("main", tierSet);
    }

    /** Model of a customer in a tier set, day by day. */
    private static final class Model {

        private final TierSet tierSet;
        private final List<ActivityFacts> activities;
        private int rank;
        private @Nullable LocalDate graceEnds;
        private @Nullable LocalDate since;

        Model(TierSet tierSet, List<ActivityFacts> activities) {
            this.tierSet = tierSet;
            this.activities = activities;
        }

        Model until(LocalDate last) {
            var day = TestActivities.day(activities.getFirst(), "UTC");
            for (; !day.isAfter(last); day = day.plusDays(1)) {
                evaluate(day, points(day, -1));
                for (var i = 0; i < activities.size(); i++) {
                    if (TestActivities.day(activities.get(i), "UTC").equals(day)
                            && activities.get(i).quantity() != 0) {
                        evaluate(day, points(day, i));
                    }
                }
            }
            return this;
        }

        /** Points on a day, with those of the day itself up to an index. */
        long points(LocalDate day, int last) {
            var sum = 0L;
            for (var i = 0; i < activities.size(); i++) {
                var of = TestActivities.day(activities.get(i), "UTC");
                var isPast = of.isBefore(day) || (of.equals(day) && i <= last);
                var counts =
                        tierSet.rollingDays() == null
                                ? tierSet.calendar().slot(of) == tierSet.calendar().slot(day)
                                : of.isAfter(day.minusDays(tierSet.rollingDays()));
                sum += isPast && counts ? activities.get(i).quantity() * 10 : 0;
            }
            return sum;
        }

        private void evaluate(LocalDate day, long points) {
            var reached = points >= 300 ? 2 : points >= 100 ? 1 : 0;
            if (reached >= rank) {
                graceEnds = null;
                setTier(reached, day);
                return;
            }
            if (graceEnds == null) {
                graceEnds = day.plusDays(tierSet.graceDays());
            }
            if (!day.isBefore(graceEnds)) {
                graceEnds = null;
                setTier(reached, day);
            }
        }

        private void setTier(int reached, LocalDate day) {
            if (reached != rank) {
                rank = reached;
                since = day;
            }
        }
    }

    @Property
    void statusEqualsADayByDayModel(
            @ForAll("activities") List<ActivityFacts> activities,
            @ForAll("tierSets") TierSet tierSet,
            @ForAll @IntRange(max = 500) int later) {
        var testRules = rules(tierSet);
        var state = EarningState.none();
        var earningEngine =
                new EarningEngine(
                        testRules.history(),
                        new CustomerRef("cus_1", null),
                        state,
                        BudgetSource.UNLIMITED);
        activities.forEach(earningEngine::apply);
        var last = TestActivities.day(activities.getLast(), "UTC").plusDays(later);
        var tierStatus =
                TierStatus.of(
                        testRules.history().tierSets().getFirst(),
                        state,
                        last.atTime(23, 59).atOffset(ZoneOffset.UTC));
        var model = new Model(tierSet, activities).until(last);
        assertThat(tierStatus.points()).isEqualTo(model.points(last, activities.size()));
        assertThat(tierSet.tiers().indexOf(tierStatus.tier())).isEqualTo(model.rank);
        assertThat(tierStatus.downgradeOn()).isEqualTo(model.graceEnds);
        assertThat(tierStatus.since()).isEqualTo(model.since);
    }

    @Property
    void dailyEvaluationEqualsOneEvaluation(
            @ForAll("activities") List<ActivityFacts> activities,
            @ForAll("tierSets") TierSet tierSet,
            @ForAll @IntRange(min = 1, max = 200) int days) {
        var version = rules(tierSet).history().tierSets().getFirst();
        var once = new TierCalculator(version, new Counters(new HashMap<>()));
        var daily = new TierCalculator(version, new Counters(new HashMap<>()));
        LocalDate before = null;
        for (var facts : activities) {
            var day = TestActivities.day(facts, "UTC");
            before = lookDaily(daily, before == null ? day : before, day);
            daily.add(day, facts.quantity() * 10);
            once.advanceTo(day);
            once.add(day, facts.quantity() * 10);
        }
        var last = before.plusDays(days);
        lookDaily(daily, before, last);
        once.advanceTo(last);
        assertThat(facts(once, last)).isEqualTo(facts(daily, last));
        once.advanceTo(last);
        assertThat(facts(once, last)).isEqualTo(facts(daily, last));
    }

    private static LocalDate lookDaily(TierCalculator calculator, LocalDate from, LocalDate to) {
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            calculator.advanceTo(day);
        }
        return to;
    }

    private static List<Object> facts(TierCalculator calculator, LocalDate day) {
        var facts = new ArrayList<Object>();
        facts.add(calculator.rank());
        facts.add(calculator.points(day));
        facts.add(calculator.graceEnds());
        facts.add(calculator.since());
        facts.add(calculator.project(day));
        return facts;
    }
}
