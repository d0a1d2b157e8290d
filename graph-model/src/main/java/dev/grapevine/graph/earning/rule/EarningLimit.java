package dev.grapevine.graph.earning.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.List;

/**
 * A limit on what several rules give to a customer together.
 *
 * @param currency code of the currency
 * @param rules keys of the rules; empty for all of the currency
 * @param per for a cap, the stretch that is counted; a floor is for ever
 * @param timeZone in which the stretches are meant
 */
public record EarningLimit(
        @JsonProperty("type") Type type,
        @JsonProperty("currency") String currency,
        @JsonProperty("rules") List<String> rules,
        @JsonProperty("amount") long amount,
        @JsonProperty("period") Period per,
        @JsonProperty("timeZone") String timeZone) {

    /** Which way it limits. */
    public enum Type {
        /** The net sum in a stretch is at most the amount. */
        CAP,
        /** What takes points away does not bring all that was ever earned below the amount. */
        FLOOR
    }

    /** Whether it concerns what a rule gives. */
    public boolean concerns(String ruleKey, String ofCurrency) {
        return currency.equals(ofCurrency) && (rules.isEmpty() || rules.contains(ruleKey));
    }
}
