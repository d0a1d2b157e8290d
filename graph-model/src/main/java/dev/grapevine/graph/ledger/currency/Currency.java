package dev.grapevine.graph.ledger.currency;

import dev.grapevine.graph.kernel.CalendarPeriod;
import dev.grapevine.graph.ledger.PointsLot;

import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A kind of points that a brand gives, and its rules. A change of the rules is for what is earned
 * from then on: each lot keeps the expiry that it was given.
 *
 * @param id {@code cur_…}
 * @param key brandId|code, unique
 * @param code short name in calls, unique in the brand
 * @param expiry when points of it expire
 * @param expiryDays for ROLLING and INACTIVITY: after how many whole days (UTC)
 * @param expiryPeriod for PERIOD_END: which
 * @param isTransferable whether customers may give it to each other
 * @param dailyTransferLimit the most that a customer may give away in a day (UTC); null for no
 *     limit
 * @param negativeBalancePolicy what happens when points are to be taken back that were spent
 */
@Node("Currency")
public record Currency(
        @Id String id,
        String brandId,
        String key,
        String code,
        String name,
        Expiry expiry,
        @Nullable Integer expiryDays,
        @Nullable Period expiryPeriod,
        boolean isTransferable,
        @Nullable Long dailyTransferLimit,
        NegativeBalancePolicy negativeBalancePolicy,
        OffsetDateTime definedAt) {

    /** The currency that every brand has without defining it. */
    public static final String STANDARD = "points";

    /** When points expire. */
    public enum Expiry {
        NEVER,
        /** So many whole days after they became available. */
        ROLLING,
        /** At the end of the month, quarter or year in which they became available. */
        PERIOD_END,
        /** All together, when the customer has done nothing for so many whole days. */
        INACTIVITY
    }

    /** A calendar period, in UTC. */
    public enum Period {
        MONTH(CalendarPeriod.MONTH),
        QUARTER(CalendarPeriod.QUARTER),
        YEAR(CalendarPeriod.YEAR);

        private final CalendarPeriod calendar;

        Period(CalendarPeriod calendar) {
            this.calendar = calendar;
        }

        CalendarPeriod calendar() {
            return calendar;
        }
    }

    /** What happens when points are to be taken back that were spent. */
    public enum NegativeBalancePolicy {
        /** They are owed, and what comes in next pays the debt first. */
        DEBT,
        /** They cannot be taken back. */
        REFUSE
    }

    public static String key(String brandId, String code) {
        return brandId + "|" + code;
    }

    /** Points that never expire and are not given away. */
    static Currency standard(String id, String brandId, OffsetDateTime now) {
        return new Currency(
                id,
                brandId,
                key(brandId, STANDARD),
                STANDARD,
                "Points",
                Expiry.NEVER,
                null,
                null,
                false,
                null,
                NegativeBalancePolicy.DEBT,
                now);
    }

    /** When points expire that become available then. */
    public OffsetDateTime expiryOf(OffsetDateTime available) {
        return switch (expiry) {
            case NEVER, INACTIVITY -> PointsLot.NEVER;
            case ROLLING -> endOfDay(available, expiryDays);
            case PERIOD_END -> endOfPeriod(available, expiryPeriod);
        };
    }

    /**
     * When all points lapse if the customer does nothing more; null if this currency does not ask.
     */
    public @Nullable OffsetDateTime inactivityExpiryOf(OffsetDateTime lifeSign) {
        return expiry == Expiry.INACTIVITY ? endOfDay(lifeSign, expiryDays) : null;
    }

    private static OffsetDateTime endOfDay(OffsetDateTime from, @Nullable Integer days) {
        return startOf(from.toLocalDate().plusDays((days == null ? 0 : days) + 1L), from);
    }

    private static OffsetDateTime endOfPeriod(OffsetDateTime from, @Nullable Period period) {
        return period == null
                ? PointsLot.NEVER
                : startOf(period.calendar().next(from.toLocalDate()), from);
    }

    private static OffsetDateTime startOf(LocalDate day, OffsetDateTime sameZone) {
        return day.atStartOfDay().atOffset(sameZone.getOffset());
    }
}
