package dev.grapevine.graph.course;

import dev.grapevine.graph.rule.Condition;
import dev.grapevine.graph.rule.Criteria;
import dev.grapevine.graph.rule.Criteria.Counted;
import dev.grapevine.graph.rule.Criteria.Level;
import dev.grapevine.graph.rule.Criteria.Measure;
import dev.grapevine.graph.rule.Criteria.Partition;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Criteria of a badge in the making: for orders, for all time, once. */
final class Badges {

    private final Measure measure;
    private List<Counted> counts = List.of(new Counted("order", 1));
    private List<Level> levels;
    private @Nullable Condition when;
    private Partition partition = Partition.ALL_TIME;
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
        more.add(new Counted(kind, weight));
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

    Badges in(Partition of) {
        partition = of;
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

    Criteria make() {
        return new Criteria(
                counts, when, measure, partition, isRepeatable, levels, false, timeZone);
    }
}
