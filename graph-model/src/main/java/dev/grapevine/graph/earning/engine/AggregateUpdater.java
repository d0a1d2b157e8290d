package dev.grapevine.graph.earning.engine;

import dev.grapevine.graph.earning.rule.Aggregate;
import dev.grapevine.graph.earning.rule.Aggregates.TrackedAggregate;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/**
 * Updates and reads the aggregates that conditions use. Sums are stored by day, distinct counts by
 * value with the day of the last occurrence. Days before the window are removed.
 */
final class AggregateUpdater {

    private AggregateUpdater() {}

    /** Adds an activity, whose kind belongs to the aggregate. */
    static void count(
            Counters counters,
            TrackedAggregate tracked,
            ActivityFacts facts,
            LocalTimes localTimes) {
        var aggregate = tracked.aggregate();
        var day = localTimes.day(tracked.timeZone()).toEpochDay();
        if (isCountOfDays(aggregate)) {
            counters.addDay(tracked.name(), day);
        } else if (aggregate.type().isDistinct()) {
            var value = distinctValue(aggregate.type(), facts, day);
            if (value != null) {
                counters.put(tracked.name(), value, day);
            }
            if (aggregate.days() != null) {
                counters.removeBelow(tracked.name(), firstDay(aggregate, day));
            }
        } else {
            var slot = aggregate.days() == null ? 0 : day;
            counters.addTo(tracked.name(), slot, number(aggregate.type(), facts));
            counters.removeBefore(tracked.name(), firstDay(aggregate, day));
        }
    }

    /**
     * Returns the value of an aggregate at a time, including an activity of that time that was
     * added before.
     */
    static BigDecimal read(Counters counters, TrackedAggregate tracked, LocalTimes localTimes) {
        var aggregate = tracked.aggregate();
        if (isCountOfDays(aggregate)) {
            return BigDecimal.valueOf(counters.days(tracked.name()));
        }
        var firstDay = firstDay(aggregate, localTimes.day(tracked.timeZone()).toEpochDay());
        if (aggregate.type().isDistinct()) {
            var count = 0;
            for (var day : counters.slots(tracked.name()).values()) {
                count += day >= firstDay ? 1 : 0;
            }
            return BigDecimal.valueOf(count);
        }
        var sum = counters.sumFrom(tracked.name(), firstDay);
        return aggregate.type() == Aggregate.Type.VALUE
                ? FixedPoint.decimal(sum)
                : BigDecimal.valueOf(sum);
    }

    /**
     * Returns true for a count of days without a window. Activities arrive in order, so that
     * counter needs only the latest day.
     */
    private static boolean isCountOfDays(Aggregate aggregate) {
        return aggregate.type() == Aggregate.Type.DISTINCT_DAYS && aggregate.days() == null;
    }

    private static long firstDay(Aggregate aggregate, long day) {
        return aggregate.days() == null ? Long.MIN_VALUE : day - aggregate.days() + 1;
    }

    private static long number(Aggregate.Type type, ActivityFacts facts) {
        return switch (type) {
            case COUNT -> 1;
            case QUANTITY -> facts.quantity();
            case VALUE -> FixedPoint.whole(facts.value());
            default -> throw new IllegalArgumentException(type + " is not a sum");
        };
    }

    private static @Nullable String distinctValue(
            Aggregate.Type type, ActivityFacts facts, long day) {
        return switch (type) {
            case DISTINCT_DAYS -> Long.toString(day);
            case DISTINCT_CONTRIBUTIONS -> facts.subjectId();
            case DISTINCT_KINDS -> facts.kind();
            case DISTINCT_CHANNELS -> facts.channel();
            default -> throw new IllegalArgumentException(type + " is not a distinct count");
        };
    }
}
