package dev.grapevine.api.rulebook;

import dev.grapevine.graph.rule.Amount;
import dev.grapevine.graph.rule.Cap;
import dev.grapevine.graph.rule.Condition;
import dev.grapevine.graph.rule.Multiplier;
import dev.grapevine.graph.rule.Rounding;
import dev.grapevine.graph.rule.RuleSpec;
import dev.grapevine.graph.rule.Words;
import dev.grapevine.graph.rulebook.Decision;
import dev.grapevine.graph.rulebook.SpecText;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/** A version of a rule. */
record RuleVersion(
        String id,
        String key,
        int version,
        String name,
        Decision.State state,
        List<String> kinds,
        @Nullable Condition when,
        @Nullable String whenInWords,
        @Nullable Amount points,
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

    static RuleVersion of(Decision decision) {
        var spec = SpecText.read(decision.spec(), RuleSpec.class);
        var points = spec.points();
        return new RuleVersion(
                decision.id(),
                decision.key(),
                decision.number(),
                decision.name(),
                decision.state(),
                spec.kinds(),
                spec.when(),
                spec.when() == null ? null : Words.of(spec.when()),
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
                decision.draftedAt(),
                decision.publishedAt(),
                decision.retiredAt());
    }
}
