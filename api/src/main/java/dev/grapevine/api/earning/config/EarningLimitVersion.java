package dev.grapevine.api.earning.config;

import dev.grapevine.graph.earning.config.ConfigVersion;
import dev.grapevine.graph.earning.config.SpecJson;
import dev.grapevine.graph.earning.rule.EarningLimit;
import dev.grapevine.graph.earning.rule.Period;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/** A version of an earning limit. */
record EarningLimitVersion(
        String id,
        String key,
        int version,
        String name,
        ConfigVersion.State state,
        EarningLimit.Type type,
        String currency,
        List<String> rules,
        long amount,
        Period period,
        String timeZone,
        OffsetDateTime publishedAt,
        @Nullable OffsetDateTime retiredAt) {

    static EarningLimitVersion of(ConfigVersion configVersion) {
        var spec = SpecJson.read(configVersion.spec(), EarningLimit.class);
        return new EarningLimitVersion(
                configVersion.id(),
                configVersion.key(),
                configVersion.number(),
                configVersion.name(),
                configVersion.state(),
                spec.type(),
                spec.currency(),
                spec.rules(),
                spec.amount(),
                spec.period(),
                spec.timeZone(),
                Objects.requireNonNull(configVersion.publishedAt()),
                configVersion.retiredAt());
    }
}
