package dev.grapevine.graph.earning.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.earning.config.SpecJson;

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
            @ForAll("activities") List<ActivityFacts> factses,
            @ForAll @IntRange(max = 60) int first,
            @ForAll @IntRange(min = 1, max = 20) int often) {
        var history = RandomRules.make().rulebook();
        var throughout = EarningState.none();
        var earningEngine = new EarningEngine(history, MEMBER, throughout, BudgetSource.UNLIMITED);
        var expected = factses.stream().map(earningEngine::apply).toList();
        var results = new ArrayList<EvaluationResult>();
        var state = EarningState.none();
        for (var i = 0; i < factses.size(); i++) {
            if (i >= first && (i - first) % often == 0) {
                state = stored(state);
            }
            results.add(
                    new EarningEngine(history, MEMBER, state, BudgetSource.UNLIMITED)
                            .apply(factses.get(i)));
        }
        assertThat(results).isEqualTo(expected);
        assertThat(state.numbers()).isEqualTo(throughout.numbers());
        assertThat(state.numbersByContribution()).isEqualTo(throughout.numbersByContribution());
    }

    private static EarningState stored(EarningState state) {
        var again = EarningState.of(SpecJson.read(SpecJson.of(state.numbers()), Numbers.class));
        state.numbersByContribution()
                .forEach(
                        (id, numbers) ->
                                again.load(id, SpecJson.read(SpecJson.of(numbers), Numbers.class)));
        return again;
    }

    @Property(tries = 50)
    void copyGoesItsOwnWay(@ForAll("activities") List<ActivityFacts> factses) {
        var history = RandomRules.make().rulebook();
        var state = EarningState.none();
        var half = factses.size() / 2;
        var earningEngine = new EarningEngine(history, MEMBER, state, BudgetSource.UNLIMITED);
        factses.subList(0, half).forEach(earningEngine::apply);
        var before = SpecJson.of(state.numbers());
        var copy = new EarningEngine(history, MEMBER, state.copy(), BudgetSource.UNLIMITED);
        var one = factses.subList(half, factses.size()).stream().map(copy::apply).toList();
        assertThat(SpecJson.of(state.numbers())).isEqualTo(before);
        var other =
                factses.subList(half, factses.size()).stream().map(earningEngine::apply).toList();
        assertThat(one).isEqualTo(other);
    }

    @Example
    void tenYearsOfDailyActivitiesNeedNoMoreThanOne() {
        var history = RandomRules.make().rulebook();
        var state = EarningState.none();
        var earningEngine = new EarningEngine(history, MEMBER, state, BudgetSource.UNLIMITED);
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
            sizes.add(size(state));
        }
        var afterOneYear = sizes.subList(0, 365).stream().mapToInt(it -> it).max().orElseThrow();
        assertThat(afterOneYear).isLessThan(500);
        assertThat(sizes).allMatch(size -> size < afterOneYear + 20);
    }

    private static int size(EarningState state) {
        return state.numbers().values().stream().mapToInt(Map::size).sum();
    }
}
