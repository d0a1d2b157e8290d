package dev.grapevine.graph.earning;

import static java.util.stream.Collectors.groupingBy;

import dev.grapevine.graph.course.Course;
import dev.grapevine.graph.course.Progress;
import dev.grapevine.graph.engagement.Activity;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.rule.Rulebook;
import dev.grapevine.graph.rulebook.Rulebooks;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Standings as of now, from how far customers have come. */
@Component
class CurrentTiers implements Tiers {

    private final Courses courses;
    private final Rulebooks rulebooks;
    private final RuleBudgets budgets;
    private final Times times;

    CurrentTiers(Courses courses, Rulebooks rulebooks, RuleBudgets budgets, Times times) {
        this.courses = courses;
        this.rulebooks = rulebooks;
        this.budgets = budgets;
        this.times = times;
    }

    @Override
    public Map<String, List<TierStanding>> ofCustomers(Collection<String> customerIds) {
        var standings = new HashMap<String, List<TierStanding>>();
        courses.travellers(customerIds).stream()
                .collect(groupingBy(Traveller::brandId))
                .forEach((brandId, travellers) -> stand(brandId, travellers, standings));
        return standings;
    }

    private void stand(
            String brandId, List<Traveller> travellers, Map<String, List<TierStanding>> standings) {
        var rulebook = rulebooks.upTo(brandId, travellers.getFirst().edition());
        if (rulebook.latest().ladders().isEmpty()) {
            return;
        }
        var behind =
                travellers.stream()
                        .filter(traveller -> isBehind(traveller, rulebook))
                        .map(Traveller::customerId)
                        .toList();
        var histories =
                behind.isEmpty() ? Map.<String, List<Activity>>of() : courses.history(behind);
        // Of rules with a budget counts what they have given, and not what they would have.
        var given = budgets.used(rulebook.rulesWithBudgets(), behind);
        for (var traveller : travellers) {
            var history = histories.getOrDefault(traveller.customerId(), List.of());
            var progress =
                    behind.contains(traveller.customerId())
                            ? goneOver(rulebook, traveller, history, given)
                            : traveller.progress();
            standings.put(traveller.customerId(), TierStanding.of(rulebook, progress, times.now()));
        }
    }

    private static boolean isBehind(Traveller traveller, Rulebook rulebook) {
        return traveller.course() == null
                || !rulebook.signature().equals(traveller.course().signature());
    }

    private static Progress goneOver(
            Rulebook rulebook,
            Traveller traveller,
            List<Activity> history,
            RemainingBudgets budgets) {
        var progress = Progress.none();
        var course = new Course(rulebook, traveller.member(), progress, budgets);
        history.forEach(activity -> course.take(Courses.happening(activity)));
        return progress;
    }
}
