package dev.grapevine.graph.earning.engine;

import dev.grapevine.graph.earning.rule.Period;
import dev.grapevine.graph.earning.rule.PointsFormula;
import dev.grapevine.graph.earning.rule.TierSet;

import static dev.grapevine.graph.earning.engine.RuleDraft.rule;

import static org.assertj.core.api.Assertions.assertThat;


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

/** Standings against a model that looks at every day. */
class TierCalculatorProperties {

    @Provide
    Arbitrary<List<ActivityFacts>> activities() {
        return TestActivities.upTo(25, 400);
    }

    @Provide
    Arbitrary<TierSet> ladders() {
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

    private static TestRules book(TierSet tierSet) {
        var points = rule("r").gives(new PointsFormula.PerQuantity(BigDecimal.TEN));
        return TestRules.of(points.forKinds("order", "visit", "review")).ladder("main", tierSet);
    }

    /** A customer on a ladder, day by day. */
    private static final class Model {

        private final TierSet tierSet;
        private final List<ActivityFacts> activityFactses;
        private int rank;
        private @Nullable LocalDate graceEnds;
        private @Nullable LocalDate since;

        Model(TierSet tierSet, List<ActivityFacts> activityFactses) {
            this.tierSet = tierSet;
            this.activityFactses = activityFactses;
        }

        Model until(LocalDate last) {
            var day = TestActivities.day(activityFactses.getFirst(), "UTC");
            for (; !day.isAfter(last); day = day.plusDays(1)) {
                look(day, points(day, -1));
                for (var i = 0; i < activityFactses.size(); i++) {
                    if (TestActivities.day(activityFactses.get(i), "UTC").equals(day)
                            && activityFactses.get(i).quantity() != 0) {
                        look(day, points(day, i));
                    }
                }
            }
            return this;
        }

        /** With those of the day itself up to one of them. */
        long points(LocalDate day, int last) {
            var sum = 0L;
            for (var i = 0; i < activityFactses.size(); i++) {
                var of = TestActivities.day(activityFactses.get(i), "UTC");
                var isPast = of.isBefore(day) || (of.equals(day) && i <= last);
                var counts =
                        tierSet.rollingDays() == null
                                ? tierSet.calendar().slot(of) == tierSet.calendar().slot(day)
                                : of.isAfter(day.minusDays(tierSet.rollingDays()));
                sum += isPast && counts ? activityFactses.get(i).quantity() * 10 : 0;
            }
            return sum;
        }

        private void look(LocalDate day, long points) {
            var reached = points >= 300 ? 2 : points >= 100 ? 1 : 0;
            if (reached >= rank) {
                graceEnds = null;
                stand(reached, day);
                return;
            }
            if (graceEnds == null) {
                graceEnds = day.plusDays(tierSet.graceDays());
            }
            if (!day.isBefore(graceEnds)) {
                graceEnds = null;
                stand(reached, day);
            }
        }

        private void stand(int reached, LocalDate day) {
            if (reached != rank) {
                rank = reached;
                since = day;
            }
        }
    }

    @Property
    void standingIsThatOfADayByDayModel(
            @ForAll("activities") List<ActivityFacts> activityFactses,
            @ForAll("ladders") TierSet tierSet,
            @ForAll @IntRange(max = 500) int later) {
        var testRules = book(tierSet);
        var earningState = EarningState.none();
        var earningEngine =
                new EarningEngine(
                        testRules.rulebook(),
                        new CustomerRef("cus_1", null),
                        earningState,
                        BudgetSource.ENDLESS);
        activityFactses.forEach(earningEngine::apply);
        var last = TestActivities.day(activityFactses.getLast(), "UTC").plusDays(later);
        var tierStatus =
                TierStatus.of(
                        testRules.rulebook().tierSets().getFirst(),
                        earningState,
                        last.atTime(23, 59).atOffset(ZoneOffset.UTC));
        var model = new Model(tierSet, activityFactses).until(last);
        assertThat(tierStatus.points()).isEqualTo(model.points(last, activityFactses.size()));
        assertThat(tierSet.tiers().indexOf(tierStatus.tier())).isEqualTo(model.rank);
        assertThat(tierStatus.downgradeOn()).isEqualTo(model.graceEnds);
        assertThat(tierStatus.since()).isEqualTo(model.since);
    }

    @Property
    void lookingDailyEqualsLookingOnce(
            @ForAll("activities") List<ActivityFacts> activityFactses,
            @ForAll("ladders") TierSet tierSet,
            @ForAll @IntRange(min = 1, max = 200) int days) {
        var version = book(tierSet).rulebook().tierSets().getFirst();
        var once = new TierCalculator(version, new Counters(new HashMap<>()));
        var daily = new TierCalculator(version, new Counters(new HashMap<>()));
        LocalDate before = null;
        for (var activityFacts : activityFactses) {
            var day = TestActivities.day(activityFacts, "UTC");
            before = lookDaily(daily, before == null ? day : before, day);
            daily.add(day, activityFacts.quantity() * 10);
            once.advanceTo(day);
            once.add(day, activityFacts.quantity() * 10);
        }
        var last = before.plusDays(days);
        lookDaily(daily, before, last);
        once.advanceTo(last);
        assertThat(facts(once, last)).isEqualTo(facts(daily, last));
        once.advanceTo(last);
        assertThat(facts(once, last)).isEqualTo(facts(daily, last));
    }

    private static LocalDate lookDaily(
            TierCalculator tierCalculator, LocalDate from, LocalDate to) {
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            tierCalculator.advanceTo(day);
        }
        return to;
    }

    private static List<Object> facts(TierCalculator tierCalculator, LocalDate day) {
        var facts = new ArrayList<Object>();
        facts.add(tierCalculator.rank());
        facts.add(tierCalculator.points(day));
        facts.add(tierCalculator.graceEnds());
        facts.add(tierCalculator.since());
        facts.add(tierCalculator.project(day));
        return facts;
    }
}
