package dev.grapevine.graph.earning;

import static java.util.stream.Collectors.partitioningBy;

import dev.grapevine.graph.ledger.RuleEffects;

import org.springframework.stereotype.Component;

import java.util.Objects;

/** Stores what was reckoned: courses, entries, badges, and what is left of budgets. */
@Component
class EffectWriter {

    private final EarningStates earningStates;
    private final RuleEffects ledger;
    private final BadgeAwarder badges;
    private final RuleBudgets budgets;

    EffectWriter(
            EarningStates earningStates,
            RuleEffects ledger,
            BadgeAwarder badges,
            RuleBudgets budgets) {
        this.earningStates = earningStates;
        this.ledger = ledger;
        this.badges = badges;
        this.budgets = budgets;
    }

    void store(PendingEffects effects) {
        earningStates.store(effects.snapshots(), effects.watermarks(), effects.replayed());
        budgets.store(effects.budgets());
        if (!effects.ruleEffects().isEmpty()) {
            ledger.post(effects.ruleEffects());
        }
        var honours =
                effects.badges().stream()
                        .collect(
                                partitioningBy(it -> effects.replayed().contains(it.customerId())));
        badges.awardEarned(effects.brandId(), Objects.requireNonNull(honours.get(false)));
        if (!effects.replayed().isEmpty()) {
            badges.reconcile(
                    effects.brandId(),
                    effects.replayed(),
                    Objects.requireNonNull(honours.get(true)));
        }
    }
}
