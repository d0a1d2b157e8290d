package dev.grapevine.graph.course;

import dev.grapevine.graph.rule.Aggregate;
import dev.grapevine.graph.rule.Figures.Tracked;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Keeps the figures that conditions ask for. Sums are kept by day; of what is counted once, the day
 * on which it was last seen. Days that no window reaches any more are forgotten.
 */
final class FigureKeeper {

    private FigureKeeper() {}

    static void count(Tallies tallies, Tracked figure, Happening happening) {
        var aggregate = figure.aggregate();
        if (!aggregate.kinds().contains(happening.kind())) {
            return;
        }
        var day = day(happening, figure.timeZone());
        var first = first(aggregate, day);
        if (aggregate.type().isDistinct()) {
            var seen = seen(aggregate.type(), happening, day);
            if (seen != null) {
                tallies.put(figure.name(), seen, day.toEpochDay());
            }
            tallies.forgetSmaller(figure.name(), first);
        } else {
            var slot = aggregate.days() == null ? 0 : day.toEpochDay();
            tallies.add(figure.name(), Long.toString(slot), number(aggregate.type(), happening));
            tallies.forgetBefore(figure.name(), first);
        }
    }

    /** The figure as it is on the day of an activity, which was counted if it is of its kinds. */
    static BigDecimal read(Tallies tallies, Tracked figure, Happening happening) {
        var type = figure.aggregate().type();
        var first = first(figure.aggregate(), day(happening, figure.timeZone()));
        if (type.isDistinct()) {
            return BigDecimal.valueOf(
                    tallies.slots(figure.name()).values().stream()
                            .filter(day -> day >= first)
                            .count());
        }
        var sum = tallies.sumFrom(figure.name(), first);
        return type == Aggregate.Type.VALUE ? Money.decimal(sum) : BigDecimal.valueOf(sum);
    }

    private static long first(Aggregate aggregate, LocalDate day) {
        return aggregate.days() == null ? Long.MIN_VALUE : day.toEpochDay() - aggregate.days() + 1;
    }

    static LocalDate day(Happening happening, String timeZone) {
        return happening.at().atZoneSameInstant(ZoneId.of(timeZone)).toLocalDate();
    }

    private static long number(Aggregate.Type type, Happening happening) {
        return switch (type) {
            case COUNT -> 1;
            case QUANTITY -> happening.quantity();
            case VALUE -> Money.whole(happening.value());
            default -> throw new IllegalArgumentException(type + " is no sum");
        };
    }

    private static @Nullable String seen(Aggregate.Type type, Happening happening, LocalDate day) {
        return switch (type) {
            case DISTINCT_DAYS -> Long.toString(day.toEpochDay());
            case DISTINCT_CONTRIBUTIONS -> happening.subjectId();
            case DISTINCT_KINDS -> happening.kind();
            case DISTINCT_CHANNELS -> happening.channel();
            default -> throw new IllegalArgumentException(type + " counts nothing once");
        };
    }
}
