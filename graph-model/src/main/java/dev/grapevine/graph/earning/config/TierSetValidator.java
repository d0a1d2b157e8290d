package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.earning.rule.TierSet;
import dev.grapevine.graph.kernel.Format;

import java.util.HashSet;
import java.util.Objects;

/** Checks tiers: they follow each other without gap or overlap. */
final class TierSetValidator {

    private TierSetValidator() {}

    static void check(RuleSpecValidator check, TierSet tierSet) {
        var validation = check.inputs();
        check.currency(tierSet.currency());
        check.zone(tierSet.timeZone());
        validation
                .between("graceDays", tierSet.graceDays(), 0, 3_660)
                .require(
                        (tierSet.rollingDays() == null) != (tierSet.calendar() == null),
                        "period",
                        "Either a rolling or a calendar period is needed.")
                .between("period", Objects.requireNonNullElse(tierSet.rollingDays(), 1), 1, 3_660)
                .require(!tierSet.tiers().isEmpty(), "tiers", "At least one tier is needed.")
                .atMost("tiers", tierSet.tiers(), 20);
        var keys = new HashSet<String>();
        var from = 0L;
        for (var tier : tierSet.tiers()) {
            check(check, tier, keys.add(tier.key()), from);
            from = Objects.requireNonNullElse(tier.until(), Long.MIN_VALUE);
        }
        validation.require(
                tierSet.tiers().isEmpty() || tierSet.tiers().getLast().until() == null,
                "tiers",
                "The highest tier has no end.");
    }

    private static void check(
            RuleSpecValidator check, TierSet.Tier tier, boolean isNewKey, long from) {
        var validation = check.inputs();
        validation
                .matches("tiers", tier.key(), Format.KEY)
                .text("tiers", tier.name(), 1, 100)
                .require(isNewKey, "tiers", "Two tiers are called " + tier.key() + ".")
                .require(
                        tier.from() == from,
                        "tiers",
                        "Tiers overlap or leave a gap: "
                                + tier.key()
                                + " begins at "
                                + tier.from()
                                + " and should at "
                                + from
                                + ".")
                .atMost("tiers", tier.benefits(), 20);
        check.factor("tiers", tier.multiplier());
        tier.benefits().forEach(benefit -> validation.text("tiers", benefit, 1, 200));
        validation.require(
                tier.until() == null || tier.until() > tier.from(),
                "tiers",
                tier.key() + " ends before it begins.");
    }
}
