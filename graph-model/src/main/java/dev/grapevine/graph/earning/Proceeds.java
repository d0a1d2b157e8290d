package dev.grapevine.graph.earning;

import static java.util.stream.Collectors.partitioningBy;

import dev.grapevine.graph.points.Earnings;

import org.springframework.stereotype.Component;

import java.util.Objects;

/** Stores what was reckoned: courses, entries, badges, and what is left of budgets. */
@Component
class Proceeds {

    private final Courses courses;
    private final Earnings ledger;
    private final BadgeAwarder badges;
    private final RuleBudgets budgets;

    Proceeds(Courses courses, Earnings ledger, BadgeAwarder badges, RuleBudgets budgets) {
        this.courses = courses;
        this.ledger = ledger;
        this.badges = badges;
        this.budgets = budgets;
    }

    void store(Results results) {
        courses.store(results.courses(), results.marks(), results.anew());
        budgets.store(results.budgets());
        if (!results.earnings().isEmpty()) {
            ledger.book(results.earnings());
        }
        var honours =
                results.honours().stream()
                        .collect(partitioningBy(it -> results.anew().contains(it.customerId())));
        badges.awardEarned(results.brandId(), Objects.requireNonNull(honours.get(false)));
        if (!results.anew().isEmpty()) {
            badges.reconcile(
                    results.brandId(), results.anew(), Objects.requireNonNull(honours.get(true)));
        }
    }
}
