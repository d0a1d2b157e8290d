package dev.grapevine.api.earning.config;

import dev.grapevine.graph.earning.config.SetTiers;
import dev.grapevine.graph.earning.rule.TierSet;

import java.util.List;

/** Input of {@code setTiers}. */
record SetTiersInput(
        String brand,
        String key,
        String name,
        String currency,
        TierPeriod period,
        int graceDays,
        String timeZone,
        List<TierSet.Tier> tiers,
        String idempotencyKey) {

    SetTiers command() {
        return new SetTiers(
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
