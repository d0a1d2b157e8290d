package dev.grapevine.graph.earning;

import dev.grapevine.graph.ledger.RuleEffects;

import static java.util.stream.Collectors.partitioningBy;


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

    void store(PendingEffects pendingEffects) {
        earningStates.store(
                pendingEffects.snapshots(), pendingEffects.watermarks(), pendingEffects.replayed());
        budgets.store(pendingEffects.budgets());
        if (!pendingEffects.ruleEffects().isEmpty()) {
            ledger.post(pendingEffects.ruleEffects());
        }
        var honours =
                pendingEffects.badges().stream()
                        .collect(
                                partitioningBy(
                                        it -> pendingEffects.replayed().contains(it.customerId())));
        badges.awardEarned(pendingEffects.brandId(), Objects.requireNonNull(honours.get(false)));
        if (!pendingEffects.replayed().isEmpty()) {
            badges.reconcile(
                    pendingEffects.brandId(),
                    pendingEffects.replayed(),
                    Objects.requireNonNull(honours.get(true)));
        }
    }
}
