package dev.grapevine.graph.earning.engine;

import dev.grapevine.graph.earning.rule.Aggregate;
import dev.grapevine.graph.earning.rule.Aggregates.TrackedAggregate;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/**
 * Keeps the figures that conditions ask for. Sums are kept by day; of what is counted once, the day
 * on which it was last seen. Days that no window reaches any more are forgotten.
 */
final class AggregateUpdater {

    private AggregateUpdater() {}

    /** Counts an activity that is of the figure's kinds. */
    static void count(
            Counters counters,
            TrackedAggregate figure,
            ActivityFacts facts,
            LocalTimes localTimes) {
        var aggregate = figure.aggregate();
        var day = localTimes.day(figure.timeZone()).toEpochDay();
        if (isCountOfDays(aggregate)) {
            counters.addDay(figure.name(), day);
        } else if (aggregate.type().isDistinct()) {
            var seen = lastSeen(aggregate.type(), facts, day);
            if (seen != null) {
                counters.put(figure.name(), seen, day);
            }
            if (aggregate.days() != null) {
                counters.removeBelow(figure.name(), first(aggregate, day));
            }
        } else {
            var slot = aggregate.days() == null ? 0 : day;
            counters.addTo(figure.name(), slot, number(aggregate.type(), facts));
            counters.removeBefore(figure.name(), first(aggregate, day));
        }
    }

    /** The figure as it is at a moment, with the activity of that moment if it was counted. */
    static BigDecimal read(Counters counters, TrackedAggregate figure, LocalTimes localTimes) {
        var aggregate = figure.aggregate();
        if (isCountOfDays(aggregate)) {
            return BigDecimal.valueOf(counters.days(figure.name()));
        }
        var first = first(aggregate, localTimes.day(figure.timeZone()).toEpochDay());
        if (aggregate.type().isDistinct()) {
            var seen = 0;
            for (var day : counters.slots(figure.name()).values()) {
                seen += day >= first ? 1 : 0;
            }
            return BigDecimal.valueOf(seen);
        }
        var sum = counters.sumFrom(figure.name(), first);
        return aggregate.type() == Aggregate.Type.VALUE
                ? FixedPoint.decimal(sum)
                : BigDecimal.valueOf(sum);
    }

    /** Days come in their order: without a window they need not be told apart later. */
    private static boolean isCountOfDays(Aggregate aggregate) {
        return aggregate.type() == Aggregate.Type.DISTINCT_DAYS && aggregate.days() == null;
    }

    private static long first(Aggregate aggregate, long day) {
        return aggregate.days() == null ? Long.MIN_VALUE : day - aggregate.days() + 1;
    }

    private static long number(Aggregate.Type type, ActivityFacts facts) {
        return switch (type) {
            case COUNT -> 1;
            case QUANTITY -> facts.quantity();
            case VALUE -> FixedPoint.whole(facts.value());
            default -> throw new IllegalArgumentException(type + " is no sum");
        };
    }

    private static @Nullable String lastSeen(Aggregate.Type type, ActivityFacts facts, long day) {
        return switch (type) {
            case DISTINCT_DAYS -> Long.toString(day);
            case DISTINCT_CONTRIBUTIONS -> facts.subjectId();
            case DISTINCT_KINDS -> facts.kind();
            case DISTINCT_CHANNELS -> facts.channel();
            default -> throw new IllegalArgumentException(type + " counts nothing once");
        };
    }
}
