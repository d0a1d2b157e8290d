package dev.grapevine.graph.earning.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.List;

/**
 * Earning limit: a cap or floor of a brand over the points that several rules give to a customer.
 *
 * @param currency code of the currency
 * @param rules keys of the limited rules; empty for all rules of the currency
 * @param amount bound in points
 * @param period period of a cap; {@link Period#ALL_TIME} for a floor
 * @param timeZone IANA name of the time zone of the periods
 */
public record EarningLimit(
        @JsonProperty("type") Type type,
        @JsonProperty("currency") String currency,
        @JsonProperty("rules") List<String> rules,
        @JsonProperty("amount") long amount,
        @JsonProperty("period") Period period,
        @JsonProperty("timeZone") String timeZone) {

    /** Direction of a limit. */
    public enum Type {
        /** The net points of a period are at most the amount. */
        CAP,
        /** Negative points do not bring the total of all points ever given below the amount. */
        FLOOR
    }

    /** Returns true if the limit applies to a rule in a currency. */
    public boolean concerns(String ruleKey, String ofCurrency) {
        return currency.equals(ofCurrency) && (rules.isEmpty() || rules.contains(ruleKey));
    }
}
