package dev.grapevine.api.earning.config;

import dev.grapevine.graph.earning.config.ConfigVersion;
import dev.grapevine.graph.earning.config.SpecJson;
import dev.grapevine.graph.earning.rule.Cap;
import dev.grapevine.graph.earning.rule.Condition;
import dev.grapevine.graph.earning.rule.ConditionFormatter;
import dev.grapevine.graph.earning.rule.Multiplier;
import dev.grapevine.graph.earning.rule.PointsFormula;
import dev.grapevine.graph.earning.rule.Rounding;
import dev.grapevine.graph.earning.rule.RuleSpec;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/** A version of a rule. */
record RuleVersion(
        String id,
        String key,
        int version,
        String name,
        ConfigVersion.State state,
        List<String> kinds,
        @Nullable Condition when,
        @Nullable String whenInWords,
        @Nullable PointsFormula points,
        @Nullable String currency,
        @Nullable Rounding rounding,
        boolean isBonus,
        @Nullable Multiplier multiplier,
        @Nullable String badge,
        int priority,
        @Nullable String exclusiveGroup,
        List<Cap> caps,
        @Nullable Long budget,
        String timeZone,
        @Nullable OffsetDateTime from,
        @Nullable OffsetDateTime until,
        OffsetDateTime draftedAt,
        @Nullable OffsetDateTime publishedAt,
        @Nullable OffsetDateTime retiredAt) {

    static RuleVersion of(ConfigVersion configVersion) {
        var spec = SpecJson.read(configVersion.spec(), RuleSpec.class);
        var points = spec.points();
        return new RuleVersion(
                configVersion.id(),
                configVersion.key(),
                configVersion.number(),
                configVersion.name(),
                configVersion.state(),
                spec.kinds(),
                spec.when(),
                spec.when() == null ? null : ConditionFormatter.of(spec.when()),
                points == null ? null : points.amount(),
                points == null ? null : points.currency(),
                points == null ? null : points.rounding(),
                points != null && points.isBonus(),
                spec.multiplier(),
                spec.badge(),
                spec.priority(),
                spec.exclusiveGroup(),
                spec.caps(),
                spec.budget(),
                spec.timeZone(),
                spec.from(),
                spec.until(),
                configVersion.draftedAt(),
                configVersion.publishedAt(),
                configVersion.retiredAt());
    }
}
