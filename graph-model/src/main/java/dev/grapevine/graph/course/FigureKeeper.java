package dev.grapevine.graph.course;

import dev.grapevine.graph.rule.Aggregate;
import dev.grapevine.graph.rule.Figures.Tracked;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/**
 * Keeps the figures that conditions ask for. Sums are kept by day; of what is counted once, the day
 * on which it was last seen. Days that no window reaches any more are forgotten.
 */
final class FigureKeeper {

    private FigureKeeper() {}

    /** Counts an activity that is of the figure's kinds. */
    static void count(Tallies tallies, Tracked figure, Happening happening, Moment moment) {
        var aggregate = figure.aggregate();
        var day = moment.day(figure.timeZone()).toEpochDay();
        if (isCountOfDays(aggregate)) {
            tallies.addDay(figure.name(), day);
        } else if (aggregate.type().isDistinct()) {
            var seen = seen(aggregate.type(), happening, day);
            if (seen != null) {
                tallies.put(figure.name(), seen, day);
            }
            if (aggregate.days() != null) {
                tallies.forgetSmaller(figure.name(), first(aggregate, day));
            }
        } else {
            var slot = aggregate.days() == null ? 0 : day;
            tallies.addTo(figure.name(), slot, number(aggregate.type(), happening));
            tallies.forgetBefore(figure.name(), first(aggregate, day));
        }
    }

    /** The figure as it is at a moment, with the activity of that moment if it was counted. */
    static BigDecimal read(Tallies tallies, Tracked figure, Moment moment) {
        var aggregate = figure.aggregate();
        if (isCountOfDays(aggregate)) {
            return BigDecimal.valueOf(tallies.days(figure.name()));
        }
        var first = first(aggregate, moment.day(figure.timeZone()).toEpochDay());
        if (aggregate.type().isDistinct()) {
            var seen = 0;
            for (var day : tallies.slots(figure.name()).values()) {
                seen += day >= first ? 1 : 0;
            }
            return BigDecimal.valueOf(seen);
        }
        var sum = tallies.sumFrom(figure.name(), first);
        return aggregate.type() == Aggregate.Type.VALUE
                ? Money.decimal(sum)
                : BigDecimal.valueOf(sum);
    }

    /** Days come in their order: without a window they need not be told apart later. */
    private static boolean isCountOfDays(Aggregate aggregate) {
        return aggregate.type() == Aggregate.Type.DISTINCT_DAYS && aggregate.days() == null;
    }

    private static long first(Aggregate aggregate, long day) {
        return aggregate.days() == null ? Long.MIN_VALUE : day - aggregate.days() + 1;
    }

    private static long number(Aggregate.Type type, Happening happening) {
        return switch (type) {
            case COUNT -> 1;
            case QUANTITY -> happening.quantity();
            case VALUE -> Money.whole(happening.value());
            default -> throw new IllegalArgumentException(type + " is no sum");
        };
    }

    private static @Nullable String seen(Aggregate.Type type, Happening happening, long day) {
        return switch (type) {
            case DISTINCT_DAYS -> Long.toString(day);
            case DISTINCT_CONTRIBUTIONS -> happening.subjectId();
            case DISTINCT_KINDS -> happening.kind();
            case DISTINCT_CHANNELS -> happening.channel();
            default -> throw new IllegalArgumentException(type + " counts nothing once");
        };
    }
}
