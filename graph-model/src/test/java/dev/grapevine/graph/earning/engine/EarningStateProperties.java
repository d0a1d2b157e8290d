package dev.grapevine.graph.earning.engine;

import dev.grapevine.graph.earning.config.SpecJson;

import static org.assertj.core.api.Assertions.assertThat;


import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is remembered of a customer is enough, and is not more and more. */
class EarningStateProperties {

    private static final CustomerRef MEMBER =
            new CustomerRef("cus_1", OffsetDateTime.parse("2026-03-01T00:00:00Z"));

    /** The type of what is stored, for the reader. */
    private static final class Numbers extends HashMap<String, Map<String, Long>> {
        private static final long serialVersionUID = 1;
    }

    @Provide
    Arbitrary<List<ActivityFacts>> activities() {
        return TestActivities.upTo(60, 40);
    }

    @Property(tries = 300)
    void stoppingAndGoingOnFromWhatWasStoredChangesNothing(
            @ForAll("activities") List<ActivityFacts> activityFactses,
            @ForAll @IntRange(max = 60) int first,
            @ForAll @IntRange(min = 1, max = 20) int often) {
        var ruleHistory = RandomRules.make().rulebook();
        var throughout = EarningState.none();
        var earningEngine =
                new EarningEngine(ruleHistory, MEMBER, throughout, BudgetSource.ENDLESS);
        var expected = activityFactses.stream().map(earningEngine::apply).toList();
        var evaluationResults = new ArrayList<EvaluationResult>();
        var earningState = EarningState.none();
        for (var i = 0; i < activityFactses.size(); i++) {
            if (i >= first && (i - first) % often == 0) {
                earningState = stored(earningState);
            }
            evaluationResults.add(
                    new EarningEngine(ruleHistory, MEMBER, earningState, BudgetSource.ENDLESS)
                            .apply(activityFactses.get(i)));
        }
        assertThat(evaluationResults).isEqualTo(expected);
        assertThat(earningState.numbers()).isEqualTo(throughout.numbers());
        assertThat(earningState.numbersByContribution())
                .isEqualTo(throughout.numbersByContribution());
    }

    private static EarningState stored(EarningState earningState) {
        var again =
                EarningState.of(SpecJson.read(SpecJson.of(earningState.numbers()), Numbers.class));
        earningState
                .numbersByContribution()
                .forEach(
                        (id, numbers) ->
                                again.load(id, SpecJson.read(SpecJson.of(numbers), Numbers.class)));
        return again;
    }

    @Property(tries = 50)
    void copyGoesItsOwnWay(@ForAll("activities") List<ActivityFacts> activityFactses) {
        var ruleHistory = RandomRules.make().rulebook();
        var earningState = EarningState.none();
        var half = activityFactses.size() / 2;
        var earningEngine =
                new EarningEngine(ruleHistory, MEMBER, earningState, BudgetSource.ENDLESS);
        activityFactses.subList(0, half).forEach(earningEngine::apply);
        var before = SpecJson.of(earningState.numbers());
        var copy =
                new EarningEngine(ruleHistory, MEMBER, earningState.copy(), BudgetSource.ENDLESS);
        var one =
                activityFactses.subList(half, activityFactses.size()).stream()
                        .map(copy::apply)
                        .toList();
        assertThat(SpecJson.of(earningState.numbers())).isEqualTo(before);
        var other =
                activityFactses.subList(half, activityFactses.size()).stream()
                        .map(earningEngine::apply)
                        .toList();
        assertThat(one).isEqualTo(other);
    }

    @Example
    void tenYearsOfDailyActivitiesNeedNoMoreThanOne() {
        var ruleHistory = RandomRules.make().rulebook();
        var earningState = EarningState.none();
        var earningEngine =
                new EarningEngine(ruleHistory, MEMBER, earningState, BudgetSource.ENDLESS);
        var at = OffsetDateTime.parse("2026-03-20T08:00:00Z");
        var sizes = new ArrayList<Integer>();
        var kinds = List.of("order", "visit", "review");
        for (var i = 0; i < 3_650; i++) {
            var testActivity =
                    TestActivity.of(kinds.get(i % 3))
                            .at(at.plusDays(i).toString())
                            .value("12.34")
                            .over(i % 2 == 0 ? "app" : "web")
                            .about("con_" + i % 40, "idea");
            earningEngine.apply(testActivity.happening(i));
            sizes.add(size(earningState));
        }
        var afterOneYear = sizes.subList(0, 365).stream().mapToInt(it -> it).max().orElseThrow();
        assertThat(afterOneYear).isLessThan(500);
        assertThat(sizes).allMatch(size -> size < afterOneYear + 20);
    }

    private static int size(EarningState earningState) {
        return earningState.numbers().values().stream().mapToInt(Map::size).sum();
    }
}
