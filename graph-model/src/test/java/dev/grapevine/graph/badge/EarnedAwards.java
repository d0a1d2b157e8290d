package dev.grapevine.graph.badge;

import dev.grapevine.graph.earning.rule.BadgeCriteria;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Badge criteria for tests. */
final class EarnedAwards {

    private EarnedAwards() {}

    static BadgeCriteria count(String kind, long... thresholds) {
        return criteria(
                List.of(new BadgeCriteria.WeightedKind(kind, 1)),
                BadgeCriteria.Measure.COUNT,
                BadgeCriteria.MeasurePeriod.ALL_TIME,
                thresholds);
    }

    static BadgeCriteria criteria(
            List<BadgeCriteria.WeightedKind> counts,
            BadgeCriteria.Measure measure,
            BadgeCriteria.MeasurePeriod measurePeriod,
            long... thresholds) {
        var levels =
                IntStream.range(0, thresholds.length)
                        .mapToObj(n -> new BadgeCriteria.Level("Level " + n, thresholds[n]))
                        .toList();
        var isRepeatable = measurePeriod != BadgeCriteria.MeasurePeriod.ALL_TIME;
        return new BadgeCriteria(
                counts, null, measure, measurePeriod, isRepeatable, levels, false, "UTC");
    }

    static BadgeCriteria keeping(BadgeCriteria it) {
        return new BadgeCriteria(
                it.kinds(),
                it.when(),
                it.measure(),
                it.period(),
                it.isRepeatable(),
                it.levels(),
                true,
                it.timeZone());
    }

    static List<BadgeCriteria.WeightedKind> kinds(String... names) {
        return Arrays.stream(names).map(name -> new BadgeCriteria.WeightedKind(name, 1)).toList();
    }
}
