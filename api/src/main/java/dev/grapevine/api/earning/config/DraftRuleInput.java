package dev.grapevine.api.earning.config;

import dev.grapevine.api.earning.rule.ConditionInput;
import dev.grapevine.api.earning.rule.ConditionMapper;
import dev.grapevine.graph.earning.config.DraftRule;
import dev.grapevine.graph.earning.rule.Cap;
import dev.grapevine.graph.earning.rule.Multiplier;
import dev.grapevine.graph.earning.rule.PointsAction;
import dev.grapevine.graph.earning.rule.Rounding;
import dev.grapevine.graph.earning.rule.RuleSpec;
import dev.grapevine.graph.kernel.command.Validation;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/** Input of {@code draftRule}. */
record DraftRuleInput(
        String brand,
        String key,
        String name,
        List<String> kinds,
        @Nullable ConditionInput when,
        @Nullable PointsFormulaInput points,
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
        @Nullable OffsetDateTime until) {

    /**
     * Returns the command.
     *
     * @param validation receives the violations that the API finds; the command is unusable if
     *     there are any
     */
    DraftRule command(Validation validation) {
        return new DraftRule(
                key,
                name,
                new RuleSpec(
                        kinds,
                        new ConditionMapper("when", validation).read(when),
                        points == null
                                ? null
                                : new PointsAction(currency, points.amount(), rounding, isBonus),
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
