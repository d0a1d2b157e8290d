package dev.grapevine.graph.earning.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;

/**
 * The tiers of a brand. What counts is what rules gave within the period, less what they took, and
 * not what is left of it.
 *
 * @param currency code of the currency that counts
 * @param rollingDays length of the period that ends today; null for a calendar period
 * @param calendar the calendar period; null for a rolling one
 * @param graceDays how long a customer keeps a tier that they have fallen below
 * @param tiers from the lowest up; the lowest begins at 0
 */
public record TierSet(
        @JsonProperty("currency") String currency,
        @JsonProperty("rollingDays") @Nullable Integer rollingDays,
        @JsonProperty("calendar") @Nullable Period calendar,
        @JsonProperty("graceDays") int graceDays,
        @JsonProperty("timeZone") String timeZone,
        @JsonProperty("tiers") List<Tier> tiers) {

    /**
     * A step of the ladder.
     *
     * @param from points from which on a customer stands on it
     * @param until points from which on they stand above it; null for the highest
     * @param multiplier of what rules give that is no bonus
     * @param benefits what the customer has of it, in words
     */
    public record Tier(
            @JsonProperty("key") String key,
            @JsonProperty("name") String name,
            @JsonProperty("from") long from,
            @JsonProperty("until") @Nullable Long until,
            @JsonProperty("multiplier") BigDecimal multiplier,
            @JsonProperty("benefits") List<String> benefits) {}

    /** The number of the tier that so many points reach. */
    public int reachedBy(long points) {
        var reached = 0;
        for (var i = 0; i < tiers.size(); i++) {
            reached = tiers.get(i).from() <= points ? i : reached;
        }
        return reached;
    }
}
