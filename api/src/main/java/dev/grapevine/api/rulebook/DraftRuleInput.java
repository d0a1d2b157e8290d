package dev.grapevine.api.rulebook;

import dev.grapevine.api.rule.ConditionInput;
import dev.grapevine.api.rule.ConditionReader;
import dev.grapevine.graph.kernel.Inputs;
import dev.grapevine.graph.rule.Cap;
import dev.grapevine.graph.rule.Multiplier;
import dev.grapevine.graph.rule.PointsEffect;
import dev.grapevine.graph.rule.Rounding;
import dev.grapevine.graph.rule.RuleSpec;
import dev.grapevine.graph.rulebook.DraftRule;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/** A rule to draft. */
record DraftRuleInput(
        String brand,
        String key,
        String name,
        List<String> kinds,
        @Nullable ConditionInput when,
        @Nullable AmountInput points,
        String currency,
        Rounding rounding,
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
        String idempotencyKey) {

    /**
     * @param inputs learns what is wrong already; then the command is of no use
     */
    DraftRule command(Inputs inputs) {
        return new DraftRule(
                key,
                name,
                new RuleSpec(
                        kinds,
                        new ConditionReader("when", inputs).read(when),
                        points == null
                                ? null
                                : new PointsEffect(currency, points.amount(), rounding, isBonus),
                        multiplier,
                        badge,
                        priority,
                        exclusiveGroup,
                        caps,
                        budget,
                        timeZone,
                        from,
                        until));
    }
}
