package dev.grapevine.graph.earning.engine;

import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.earning.rule.BadgeCriteria.Level;
import dev.grapevine.graph.earning.rule.BadgeCriteria.Measure;
import dev.grapevine.graph.earning.rule.BadgeCriteria.MeasurePeriod;
import dev.grapevine.graph.earning.rule.BadgeCriteria.WeightedKind;
import dev.grapevine.graph.earning.rule.Condition;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builder of badge criteria: orders, for all time, once, unless set otherwise. */
final class Badges {

    private final Measure measure;
    private List<WeightedKind> counts = List.of(new WeightedKind("order", 1));
    private List<Level> levels;
    private @Nullable Condition when;
    private MeasurePeriod measurePeriod = MeasurePeriod.ALL_TIME;
    private boolean isRepeatable;
    private String timeZone = "UTC";

    private Badges(Measure measure, long... thresholds) {
        this.measure = measure;
        levels = named(thresholds);
    }

    static Badges count(long threshold) {
        return new Badges(Measure.COUNT, threshold);
    }

    static Badges of(Measure measure, long... thresholds) {
        return new Badges(measure, thresholds);
    }

    Badges counting(String kind, int weight) {
        var more = new ArrayList<>(counts);
        more.removeIf(it -> it.kind().equals(kind));
        more.add(new WeightedKind(kind, weight));
        counts = List.copyOf(more);
        return this;
    }

    Badges levels(long... thresholds) {
        levels = named(thresholds);
        return this;
    }

    private static List<Level> named(long... thresholds) {
        return Arrays.stream(thresholds).mapToObj(it -> new Level("From " + it, it)).toList();
    }

    Badges when(Condition condition) {
        when = condition;
        return this;
    }

    Badges in(MeasurePeriod of) {
        measurePeriod = of;
        return this;
    }

    Badges repeatable() {
        isRepeatable = true;
        return this;
    }

    Badges zone(String name) {
        timeZone = name;
        return this;
    }

    BadgeCriteria make() {
        return new BadgeCriteria(
                counts, when, measure, measurePeriod, isRepeatable, levels, false, timeZone);
    }
}
