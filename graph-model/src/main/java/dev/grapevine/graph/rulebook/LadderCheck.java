package dev.grapevine.graph.rulebook;

import dev.grapevine.graph.kernel.Format;

import dev.grapevine.graph.rule.Ladder;

import java.util.HashSet;
import java.util.Objects;

/** Checks tiers: they follow each other without gap or overlap. */
final class LadderCheck {

    private LadderCheck() {}

    static void check(SpecCheck check, Ladder ladder) {
        var inputs = check.inputs();
        check.currency(ladder.currency());
        check.zone(ladder.timeZone());
        inputs.between("graceDays", ladder.graceDays(), 0, 3_660)
                .require(
                        (ladder.rollingDays() == null) != (ladder.calendar() == null),
                        "period",
                        "Either a rolling or a calendar period is needed.")
                .between("period", Objects.requireNonNullElse(ladder.rollingDays(), 1), 1, 3_660)
                .require(!ladder.tiers().isEmpty(), "tiers", "At least one tier is needed.")
                .atMost("tiers", ladder.tiers(), 20);
        var keys = new HashSet<String>();
        var from = 0L;
        for (var tier : ladder.tiers()) {
            check(check, tier, keys.add(tier.key()), from);
            from = Objects.requireNonNullElse(tier.until(), Long.MIN_VALUE);
        }
        inputs.require(
                ladder.tiers().isEmpty() || ladder.tiers().getLast().until() == null,
                "tiers",
                "The highest tier has no end.");
    }

    private static void check(SpecCheck check, Ladder.Tier tier, boolean isNewKey, long from) {
        var inputs = check.inputs();
        inputs.matches("tiers", tier.key(), Format.KEY)
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
        tier.benefits().forEach(benefit -> inputs.text("tiers", benefit, 1, 200));
        inputs.require(
                tier.until() == null || tier.until() > tier.from(),
                "tiers",
                tier.key() + " ends before it begins.");
    }
}
