package dev.grapevine.graph.ledger.currency;

import dev.grapevine.graph.kernel.CalendarPeriod;
import dev.grapevine.graph.ledger.EntryTime;
import dev.grapevine.graph.ledger.PointsLot;

import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Kind of points of a brand, with its rules. A change of the rules applies to points earned
 * afterwards: each lot keeps its expiry.
 *
 * @param id {@code cur_…}
 * @param key {@code brandId|code}, unique
 * @param code short name, unique in the brand
 * @param expiry rule for the expiry of points
 * @param expiryDays number of whole UTC days, for ROLLING and INACTIVITY
 * @param expiryPeriod calendar period, for PERIOD_END
 * @param isTransferable true if customers can transfer points to each other
 * @param dailyTransferLimit maximum points that a customer can transfer per UTC day; null for no
 *     limit
 * @param negativeBalancePolicy treatment of a reversal that exceeds the balance
 * @param expiryFrom time of the credit from which its expiry counts, for ROLLING and PERIOD_END
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
        @Nullable EntryTime expiryFrom,
        OffsetDateTime updatedAt) {

    /** Code of the currency that exists in every brand. */
    public static final String STANDARD = "points";

    /** Rule for the expiry of points. */
    public enum Expiry {
        NEVER,
        /** Expiry a number of whole days after the points became available. */
        ROLLING,
        /** Expiry at the end of the month, quarter or year in which the points became available. */
        PERIOD_END,
        /** Expiry of all points after a number of whole days without activity of the customer. */
        INACTIVITY
    }

    /** Calendar period in UTC. */
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

    /** Treatment of a reversal that exceeds the balance. */
    public enum NegativeBalancePolicy {
        /** The missing points become debt, which later credits pay. */
        DEBT,
        /** The reversal is rejected. */
        REJECT
    }

    /** Returns the unique key. */
    public static String key(String brandId, String code) {
        return brandId + "|" + code;
    }

    /** Creates the standard currency: no expiry, no transfers. */
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
                null,
                now);
    }

    /**
     * Returns the expiry of points that are available at once; {@link PointsLot#NEVER} for none. It
     * may be past, if the points were earned long before they were booked.
     */
    public OffsetDateTime expiryOf(OffsetDateTime effectiveAt, OffsetDateTime bookedAt) {
        return expiryOf(expiryFrom == EntryTime.EFFECTIVE ? effectiveAt : bookedAt);
    }

    /**
     * Returns the expiry of points that become available at the given time; {@link PointsLot#NEVER}
     * for none.
     */
    public OffsetDateTime expiryOf(OffsetDateTime available) {
        return switch (expiry) {
            case NEVER, INACTIVITY -> PointsLot.NEVER;
            case ROLLING -> endOfDay(available, expiryDays);
            case PERIOD_END -> endOfPeriod(available, expiryPeriod);
        };
    }

    /**
     * Returns the time at which all points expire after the last activity; null if the expiry is
     * not INACTIVITY.
     */
    public @Nullable OffsetDateTime inactivityExpiryOf(OffsetDateTime lastActivity) {
        return expiry == Expiry.INACTIVITY ? endOfDay(lastActivity, expiryDays) : null;
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
