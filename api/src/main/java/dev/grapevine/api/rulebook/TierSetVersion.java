package dev.grapevine.api.rulebook;

import dev.grapevine.graph.rule.Ladder;
import dev.grapevine.graph.rulebook.Decision;
import dev.grapevine.graph.rulebook.SpecText;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/** A version of a ladder of tiers. */
record TierSetVersion(
        String id,
        String key,
        int version,
        String name,
        Decision.State state,
        String currency,
        TierPeriod period,
        int graceDays,
        String timeZone,
        List<Ladder.Tier> tiers,
        OffsetDateTime publishedAt,
        @Nullable OffsetDateTime retiredAt) {

    static TierSetVersion of(Decision decision) {
        var spec = SpecText.read(decision.spec(), Ladder.class);
        return new TierSetVersion(
                decision.id(),
                decision.key(),
                decision.number(),
                decision.name(),
                decision.state(),
                spec.currency(),
                new TierPeriod(spec.rollingDays(), spec.calendar()),
                spec.graceDays(),
                spec.timeZone(),
                spec.tiers(),
                Objects.requireNonNull(decision.publishedAt()),
                decision.retiredAt());
    }
}
