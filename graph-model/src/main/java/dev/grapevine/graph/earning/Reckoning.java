package dev.grapevine.graph.earning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.grapevine.graph.course.Course;
import dev.grapevine.graph.course.Happening;
import dev.grapevine.graph.engagement.Activity;
import dev.grapevine.graph.engagement.ActivityListener;
import dev.grapevine.graph.rule.Rulebook;
import dev.grapevine.graph.rulebook.Rulebooks;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reckons activities in the transaction that records or withdraws them, while their customers are
 * locked.
 */
@Component
class Reckoning implements ActivityListener {

    private final Courses courses;
    private final Rulebooks rulebooks;
    private final Recount recount;
    private final RuleBudgets budgets;
    private final Proceeds proceeds;

    Reckoning(
            Courses courses,
            Rulebooks rulebooks,
            Recount recount,
            RuleBudgets budgets,
            Proceeds proceeds) {
        this.courses = courses;
        this.rulebooks = rulebooks;
        this.budgets = budgets;
        this.recount = recount;
        this.proceeds = proceeds;
    }

    @Override
    public void recorded(List<Activity> activities) {
        activities.stream()
                .collect(groupingBy(Activity::brandId, TreeMap::new, toList()))
                .forEach(this::reckon);
    }

    @Override
    public void cancelled(List<Activity> activities) {
        activities.stream()
                .collect(groupingBy(Activity::brandId, TreeMap::new, toList()))
                .forEach(
                        (brandId, ofBrand) ->
                                recount(
                                        brandId,
                                        ofBrand.stream()
                                                .map(Activity::customerId)
                                                .distinct()
                                                .toList()));
    }

    /** Goes over the courses of customers anew, who are locked. */
    void recount(String brandId, Collection<String> customerIds) {
        var travellers = courses.travellers(customerIds);
        var edition = travellers.isEmpty() ? 0 : travellers.getFirst().edition();
        if (edition > 0) {
            var rulebook = rulebooks.upTo(brandId, edition);
            var locked = budgets.lock(brandId, rulebook.rulesWithBudgets());
            var results = new Results(brandId, rulebook, locked);
            recount.goOver(travellers, Map.of(), results);
            proceeds.store(results);
        }
    }

    private void reckon(String brandId, List<Activity> news) {
        var byCustomer = news.stream().collect(groupingBy(Activity::customerId));
        var travellers = courses.travellers(byCustomer.keySet());
        var edition = travellers.isEmpty() ? 0 : travellers.getFirst().edition();
        if (edition == 0) {
            return;
        }
        var rulebook = rulebooks.upTo(brandId, edition);
        var late = new ArrayList<Traveller>();
        var onTime = new ArrayList<Traveller>();
        var happenings = new HashMap<String, List<Happening>>();
        for (var traveller : travellers) {
            var own =
                    happenings(
                            Objects.requireNonNull(byCustomer.get(traveller.customerId())),
                            traveller,
                            edition);
            happenings.put(traveller.customerId(), own);
            if (traveller.goesOn(rulebook, traveller.lasts(), own)) {
                onTime.add(traveller);
            } else {
                late.add(traveller);
            }
        }
        // Whose courses are gone over from the beginning may ask for any budget that ever was.
        var rules =
                late.isEmpty()
                        ? rulebook.rulesWithBudgets(kinds(news))
                        : rulebook.rulesWithBudgets();
        var results = new Results(brandId, rulebook, budgets.lock(brandId, rules));
        happenings.values().forEach(own -> own.forEach(results::mark));
        goOn(onTime, happenings, results);
        recount.goOver(late, byActivity(late, happenings), results);
        proceeds.store(results);
    }

    private static Map<String, Happening> byActivity(
            List<Traveller> travellers, Map<String, List<Happening>> happenings) {
        return travellers.stream()
                .flatMap(
                        traveller ->
                                Objects.requireNonNull(happenings.get(traveller.customerId()))
                                        .stream())
                .collect(toMap(Happening::activityId, happening -> happening));
    }

    private static Set<String> kinds(List<Activity> activities) {
        return activities.stream().map(Activity::kind).collect(toSet());
    }

    private static List<Happening> happenings(
            List<Activity> activities, Traveller traveller, long edition) {
        var facts = traveller.facts();
        return activities.stream()
                .map(activity -> Courses.happening(activity, edition, facts))
                .sorted(Comparator.comparing(Happening::place))
                .toList();
    }

    private void goOn(
            List<Traveller> travellers, Map<String, List<Happening>> happenings, Results results) {
        if (travellers.isEmpty()) {
            return;
        }
        var strands = results.rulebook().strands();
        var ofContributions = ofContributions(results.rulebook(), travellers, happenings);
        for (var traveller : travellers) {
            var own =
                    Objects.requireNonNull(happenings.get(traveller.customerId())).stream()
                            .filter(it -> strands.of(it.kind()) != null)
                            .toList();
            if (own.isEmpty()) {
                continue;
            }
            var progress = traveller.progress();
            ofContributions
                    .getOrDefault(traveller.customerId(), List.of())
                    .forEach(
                            kept ->
                                    progress.know(
                                            Objects.requireNonNull(kept.contributionId()),
                                            kept.read()));
            var course =
                    new Course(results.rulebook(), traveller.member(), progress, results.budgets());
            own.forEach(happening -> results.add(traveller.customerId(), course.take(happening)));
            results.add(traveller, traveller.lasts(), own, progress);
        }
    }

    private Map<String, List<StoredCourse>> ofContributions(
            Rulebook rulebook,
            List<Traveller> travellers,
            Map<String, List<Happening>> happenings) {
        if (!rulebook.measuresContributions()) {
            return Map.of();
        }
        var keys = new HashSet<String>();
        for (var traveller : travellers) {
            Objects.requireNonNull(happenings.get(traveller.customerId())).stream()
                    .filter(happening -> happening.subjectId() != null)
                    .forEach(
                            happening ->
                                    keys.add(
                                            StoredCourse.key(
                                                    traveller.customerId(),
                                                    Objects.requireNonNull(
                                                            happening.subjectId()))));
        }
        return courses.ofContributions(keys).stream().collect(groupingBy(StoredCourse::customerId));
    }
}
