package dev.grapevine.graph.badge;

import dev.grapevine.graph.rule.Criteria;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What it takes to earn badges, in few words. */
final class Honouring {

    private Honouring() {}

    static Criteria count(String kind, long... thresholds) {
        return criteria(
                List.of(new Criteria.Counted(kind, 1)),
                Criteria.Measure.COUNT,
                Criteria.Partition.ALL_TIME,
                thresholds);
    }

    static Criteria criteria(
            List<Criteria.Counted> counts,
            Criteria.Measure measure,
            Criteria.Partition partition,
            long... thresholds) {
        var levels =
                IntStream.range(0, thresholds.length)
                        .mapToObj(n -> new Criteria.Level("Level " + n, thresholds[n]))
                        .toList();
        var isRepeatable = partition != Criteria.Partition.ALL_TIME;
        return new Criteria(counts, null, measure, partition, isRepeatable, levels, false, "UTC");
    }

    static Criteria keeping(Criteria it) {
        return new Criteria(
                it.counts(),
                it.when(),
                it.measure(),
                it.partition(),
                it.isRepeatable(),
                it.levels(),
                true,
                it.timeZone());
    }

    static List<Criteria.Counted> kinds(String... names) {
        return Arrays.stream(names).map(name -> new Criteria.Counted(name, 1)).toList();
    }
}
