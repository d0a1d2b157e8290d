package dev.grapevine.graph.earning;

import static java.util.stream.Collectors.partitioningBy;

import dev.grapevine.graph.ledger.RuleEffects;

import org.springframework.stereotype.Component;

import java.util.Objects;

/** Writer of the effects of one transaction: snapshots, budgets, entries and badge awards. */
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
        earningStates.store(effects.snapshots(), effects.evaluatedActivities(), effects.replayed());
        budgets.store(effects.budgets());
        if (!effects.ruleEffects().isEmpty()) {
            ledger.post(effects.ruleEffects());
        }
        var badgesByReplay =
                effects.badges().stream()
                        .collect(
                                partitioningBy(it -> effects.replayed().contains(it.customerId())));
        badges.awardEarned(effects.brandId(), Objects.requireNonNull(badgesByReplay.get(false)));
        if (!effects.replayed().isEmpty()) {
            badges.reconcile(
                    effects.brandId(),
                    effects.replayed(),
                    Objects.requireNonNull(badgesByReplay.get(true)));
        }
    }
}
