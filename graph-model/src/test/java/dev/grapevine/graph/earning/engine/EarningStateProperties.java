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

/** The state of the engine is sufficient and does not grow without bound. */
class EarningStateProperties {

    private static final CustomerRef CUSTOMER =
            new CustomerRef("cus_1", OffsetDateTime.parse("2026-03-01T00:00:00Z"));

    /** Type of the stored counters for JSON. */
    private static final class Numbers extends HashMap<String, Map<String, Long>> {
        private static final long serialVersionUID = 1;
    }

    @Provide
    Arbitrary<List<ActivityFacts>> activities() {
        return TestActivities.upTo(60, 40);
    }

    @Property(tries = 300)
    void continuingFromAStoredStateChangesNothing(
            @ForAll("activities") List<ActivityFacts> activities,
            @ForAll @IntRange(max = 60) int first,
            @ForAll @IntRange(min = 1, max = 20) int often) {
        var history = RandomRules.make().history();
        var uninterrupted = EarningState.none();
        var earningEngine =
                new EarningEngine(history, CUSTOMER, uninterrupted, BudgetSource.UNLIMITED);
        var expected = activities.stream().map(earningEngine::apply).toList();
        var results = new ArrayList<EvaluationResult>();
        var state = EarningState.none();
        for (var i = 0; i < activities.size(); i++) {
            if (i >= first && (i - first) % often == 0) {
                state = stored(state);
            }
            results.add(
                    new EarningEngine(history, CUSTOMER, state, BudgetSource.UNLIMITED)
                            .apply(activities.get(i)));
        }
        assertThat(results).isEqualTo(expected);
        assertThat(state.numbers()).isEqualTo(uninterrupted.numbers());
        assertThat(state.numbersByContribution()).isEqualTo(uninterrupted.numbersByContribution());
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
    void copyIsIndependent(@ForAll("activities") List<ActivityFacts> activities) {
        var history = RandomRules.make().history();
        var state = EarningState.none();
        var half = activities.size() / 2;
        var earningEngine = new EarningEngine(history, CUSTOMER, state, BudgetSource.UNLIMITED);
        activities.subList(0, half).forEach(earningEngine::apply);
        var before = SpecJson.of(state.numbers());
        var copy = new EarningEngine(history, CUSTOMER, state.copy(), BudgetSource.UNLIMITED);
        var one = activities.subList(half, activities.size()).stream().map(copy::apply).toList();
        assertThat(SpecJson.of(state.numbers())).isEqualTo(before);
        var other =
                activities.subList(half, activities.size()).stream()
                        .map(earningEngine::apply)
                        .toList();
        assertThat(one).isEqualTo(other);
    }

    @Example
    void stateDoesNotGrowWithTheHistory() {
        var history = RandomRules.make().history();
        var state = EarningState.none();
        var earningEngine = new EarningEngine(history, CUSTOMER, state, BudgetSource.UNLIMITED);
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
            earningEngine.apply(testActivity.toFacts(i));
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
