package dev.grapevine.api.rulebook;

import dev.grapevine.graph.rule.Ladder;
import dev.grapevine.graph.rulebook.DefineLadder;

import java.util.List;

/** Tiers to set. */
record SetTiersInput(
        String brand,
        String key,
        String name,
        String currency,
        TierPeriod period,
        int graceDays,
        String timeZone,
        List<Ladder.Tier> tiers,
        String idempotencyKey) {

    DefineLadder command() {
        return new DefineLadder(
                key,
                name,
                new Ladder(
                        currency,
                        period.rollingDays(),
                        period.calendar(),
                        graceDays,
                        timeZone,
                        tiers));
    }
}
