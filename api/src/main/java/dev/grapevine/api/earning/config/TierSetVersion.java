package dev.grapevine.api.earning.config;

import dev.grapevine.graph.earning.config.ConfigVersion;
import dev.grapevine.graph.earning.config.SpecJson;
import dev.grapevine.graph.earning.rule.TierSet;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/** A version of a tier set. */
record TierSetVersion(
        String id,
        String key,
        int version,
        String name,
        ConfigVersion.State state,
        String currency,
        TierPeriod period,
        int graceDays,
        String timeZone,
        List<TierSet.Tier> tiers,
        OffsetDateTime publishedAt,
        @Nullable OffsetDateTime retiredAt) {

    static TierSetVersion of(ConfigVersion configVersion) {
        var spec = SpecJson.read(configVersion.spec(), TierSet.class);
        return new TierSetVersion(
                configVersion.id(),
                configVersion.key(),
                configVersion.number(),
                configVersion.name(),
                configVersion.state(),
                spec.currency(),
                new TierPeriod(spec.rollingDays(), spec.calendar()),
                spec.graceDays(),
                spec.timeZone(),
                spec.tiers(),
                Objects.requireNonNull(configVersion.publishedAt()),
                configVersion.retiredAt());
    }
}
