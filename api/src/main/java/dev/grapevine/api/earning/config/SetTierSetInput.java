package dev.grapevine.api.earning.config;

import dev.grapevine.graph.earning.config.SetTierSet;
import dev.grapevine.graph.earning.rule.TierSet;

import java.util.List;

/** Input of {@code setTierSet}. */
record SetTierSetInput(
        String brand,
        String key,
        String name,
        String currency,
        TierPeriod period,
        int graceDays,
        String timeZone,
        List<TierSet.Tier> tiers) {

    SetTierSet command() {
        return new SetTierSet(
                key,
                name,
                new TierSet(
                        currency,
                        period.rollingDays(),
                        period.calendar(),
                        graceDays,
                        timeZone,
                        tiers));
    }
}
