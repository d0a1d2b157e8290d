package dev.grapevine.graph.earning.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;

/**
 * Tiers of a brand in one currency. Qualifying points are the net points from rules within the
 * period; spending does not reduce them.
 *
 * @param currency code of the currency
 * @param rollingDays length in days of the rolling period that ends today; null for a calendar
 *     period
 * @param calendar calendar period; null for a rolling period
 * @param graceDays days for which a customer keeps a tier after falling below its threshold
 * @param timeZone IANA name of the time zone of the days
 * @param tiers tiers in ascending order; the lowest starts at 0
 */
public record TierSet(
        @JsonProperty("currency") String currency,
        @JsonProperty("rollingDays") @Nullable Integer rollingDays,
        @JsonProperty("calendar") @Nullable Period calendar,
        @JsonProperty("graceDays") int graceDays,
        @JsonProperty("timeZone") String timeZone,
        @JsonProperty("tiers") List<Tier> tiers) {

    /**
     * Tier of a tier set.
     *
     * @param from qualifying points at which the tier starts, inclusive
     * @param until qualifying points at which the tier ends, exclusive; null for the highest
     * @param multiplier factor applied to the non-bonus points of rules
     * @param benefits benefits in words, for display
     */
    public record Tier(
            @JsonProperty("key") String key,
            @JsonProperty("name") String name,
            @JsonProperty("from") long from,
            @JsonProperty("until") @Nullable Long until,
            @JsonProperty("multiplier") BigDecimal multiplier,
            @JsonProperty("benefits") List<String> benefits) {}

    /** Returns the index of the highest tier whose start the points reach. */
    public int reachedBy(long points) {
        var reached = 0;
        for (var i = 0; i < tiers.size(); i++) {
            reached = tiers.get(i).from() <= points ? i : reached;
        }
        return reached;
    }
}
