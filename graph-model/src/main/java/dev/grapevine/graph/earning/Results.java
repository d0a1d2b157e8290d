package dev.grapevine.graph.earning;

import dev.grapevine.graph.course.Happening;
import dev.grapevine.graph.course.Happening.Place;
import dev.grapevine.graph.course.Progress;
import dev.grapevine.graph.course.Verdict;
import dev.grapevine.graph.points.Earning;
import dev.grapevine.graph.rule.Rulebook;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What one transaction has reckoned, to be stored. */
final class Results {

    private final String brandId;
    private final Rulebook rulebook;
    private final RemainingBudgets budgets;
    private final List<StoredCourse> courses = new ArrayList<>();
    private final List<Courses.Mark> marks = new ArrayList<>();
    private final List<Earning> earnings = new ArrayList<>();
    private final List<EarnedBadge> honours = new ArrayList<>();
    private final Set<String> anew = new HashSet<>();

    /**
     * @param budgets locked ones of all rules that may ask for theirs
     */
    Results(String brandId, Rulebook rulebook, RemainingBudgets budgets) {
        this.brandId = brandId;
        this.rulebook = rulebook;
        this.budgets = budgets;
    }

    String brandId() {
        return brandId;
    }

    Rulebook rulebook() {
        return rulebook;
    }

    void mark(Happening happening) {
        marks.add(
                new Courses.Mark(
                        happening.activityId(),
                        happening.edition(),
                        happening.facts().stream().sorted().toList()));
    }

    /** Notes what came of an activity that nothing had come of before. */
    void add(String customerId, Verdict verdict) {
        verdict.gains()
                .forEach(
                        gain ->
                                earnings.add(
                                        earning(customerId, verdict, gain, gain.amount(), null)));
        honour(customerId, verdict);
    }

    void honour(String customerId, Verdict verdict) {
        verdict.honours()
                .forEach(
                        honour ->
                                honours.add(
                                        new EarnedBadge(
                                                customerId,
                                                honour.badgeKey(),
                                                honour.level(),
                                                honour.scope(),
                                                honour.measure(),
                                                verdict.happening().activityId(),
                                                honour.ruleVersionId(),
                                                verdict.happening().at())));
    }

    /** Notes what a rule gives for an activity besides what it gave before. */
    void correct(
            String customerId, Verdict verdict, Verdict.Gain gain, long difference, long before) {
        earnings.add(
                earning(
                        customerId,
                        verdict,
                        gain,
                        difference,
                        before == 0
                                ? null
                                : "Corrected from "
                                        + before
                                        + " to "
                                        + gain.amount()
                                        + ": other activities came late or were withdrawn"));
    }

    /** Notes that something is not given any more. */
    void takeBack(Earning earning) {
        earnings.add(earning);
    }

    private Earning earning(
            String customerId,
            Verdict verdict,
            Verdict.Gain gain,
            long amount,
            @Nullable String correction) {
        var rule = Objects.requireNonNull(rulebook.rule(gain.ruleVersionId()));
        var working =
                Stream.of(
                                Stream.of(rule.words()),
                                gain.working().stream(),
                                Stream.ofNullable(correction))
                        .flatMap(sentences -> sentences)
                        .toList();
        return new Earning(
                customerId,
                gain.currency(),
                amount,
                gain.ruleName(),
                verdict.happening().activityId(),
                verdict.happening().at(),
                gain.ruleVersionId(),
                working,
                correction != null);
    }

    /**
     * Notes how far a customer has come.
     *
     * @param before the places of the latest activities before, by strand
     * @param taken what was taken since, in order
     */
    void add(
            Traveller traveller,
            Map<String, Place> before,
            List<Happening> taken,
            Progress progress) {
        var customerId = traveller.customerId();
        var lasts = new HashMap<>(before);
        for (var happening : taken) {
            var strand = rulebook.strands().of(happening.kind());
            if (strand != null) {
                lasts.put(strand, happening.place());
            }
        }
        courses.add(StoredCourse.of(brandId, customerId, rulebook.signature(), lasts, progress));
        progress.numbersByContribution()
                .forEach(
                        (id, numbers) ->
                                courses.add(
                                        StoredCourse.ofContribution(
                                                brandId, customerId, id, numbers)));
    }

    RemainingBudgets budgets() {
        return budgets;
    }

    void isAnew(String customerId) {
        anew.add(customerId);
    }

    List<StoredCourse> courses() {
        return courses;
    }

    List<Courses.Mark> marks() {
        return marks;
    }

    List<Earning> earnings() {
        return earnings;
    }

    List<EarnedBadge> honours() {
        return honours;
    }

    Set<String> anew() {
        return anew;
    }
}
