package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.earning.rule.TierSet;
import dev.grapevine.graph.kernel.Format;

import java.util.HashSet;
import java.util.Objects;

/** Validator of tier sets: the tiers follow each other without gap or overlap. */
final class TierSetValidator {

    private static final long NO_END = Long.MIN_VALUE;

    private TierSetValidator() {}

    static void check(RuleSpecValidator validator, TierSet tierSet) {
        var validation = validator.validation();
        validator.currency(tierSet.currency());
        validator.zone(tierSet.timeZone());
        validation
                .between("graceDays", tierSet.graceDays(), 0, 3_660)
                .require(
                        (tierSet.rollingDays() == null) != (tierSet.calendar() == null),
                        "period",
                        "period requires exactly one of rollingDays and calendar.")
                .between("period", Objects.requireNonNullElse(tierSet.rollingDays(), 1), 1, 3_660)
                .require(
                        !tierSet.tiers().isEmpty(),
                        "tiers",
                        "tiers: at least one tier is required.")
                .atMost("tiers", tierSet.tiers(), 20);
        var keys = new HashSet<String>();
        var from = 0L;
        for (var tier : tierSet.tiers()) {
            check(validator, tier, keys.add(tier.key()), from);
            from = Objects.requireNonNullElse(tier.until(), NO_END);
        }
        validation.require(
                tierSet.tiers().isEmpty() || tierSet.tiers().getLast().until() == null,
                "tiers",
                "tiers: until must be null for the highest tier.");
    }

    private static void check(
            RuleSpecValidator validator, TierSet.Tier tier, boolean isNewKey, long from) {
        var validation = validator.validation();
        validation
                .matches("tiers", tier.key(), Format.KEY)
                .name("tiers", tier.name(), 100)
                .require(isNewKey, "tiers", "tiers: key '" + tier.key() + "' is used twice.")
                .require(tier.from() == from, "tiers", wrongStart(tier, from))
                .atMost("tiers", tier.benefits(), 20);
        validator.factor("tiers", tier.multiplier());
        tier.benefits().forEach(benefit -> validation.name("tiers", benefit, 200));
        validation.require(
                tier.until() == null || tier.until() > tier.from(),
                "tiers",
                "tiers: until "
                        + tier.until()
                        + " of tier '"
                        + tier.key()
                        + "' is not above its from "
                        + tier.from()
                        + ".");
    }

    private static String wrongStart(TierSet.Tier tier, long expected) {
        var start = "tiers: tier '" + tier.key() + "' starts at " + tier.from();
        return expected == NO_END
                ? start + " after a tier without end."
                : start + "; without gap or overlap it must start at " + expected + ".";
    }
}
