package dev.grapevine.graph.course;

import dev.grapevine.graph.rule.Edition;
import dev.grapevine.graph.rule.Ladder;
import dev.grapevine.graph.rule.Rule;
import dev.grapevine.graph.rule.RuleSpec;
import dev.grapevine.graph.rule.Rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The fold: takes a customer's activities in the order of their places, each once, and says what
 * comes of each. Figures count the activity itself; tiers and badges are those from before it.
 * Rules and limits are those of the activity's edition; figures, tiers and badges look at all that
 * the customer has done, also before they were decided on.
 */
public final class Course {

    private final Rulebook rulebook;
    private final Member member;
    private final Progress progress;
    private final Budgets budgets;

    /**
     * @param progress how far the customer has come; is changed
     */
    public Course(Rulebook rulebook, Member member, Progress progress, Budgets budgets) {
        this.rulebook = rulebook;
        this.member = member;
        this.progress = progress;
        this.budgets = budgets;
    }

    /** Takes the next activity. */
    public Verdict take(Happening happening) {
        var edition = rulebook.at(happening.edition());
        var climbs = climbs(happening);
        var tiers = tiers(edition, climbs);
        var examination = new Examination(happening, member, progress.own(), tiers);
        for (var figure : rulebook.figures()) {
            FigureKeeper.count(progress.own(), figure, happening);
        }
        var findings = new ArrayList<Verdict.Finding>();
        var fired = fired(edition, happening, examination, findings);
        var gains = gains(edition, happening, fired, tiers, findings);
        climb(happening, climbs, gains);
        return new Verdict(happening, gains, honours(happening, fired, examination), findings);
    }

    /** By the ids of the ladders' versions. */
    private Map<String, Climb> climbs(Happening happening) {
        var climbs = new HashMap<String, Climb>();
        for (var version : rulebook.ladders()) {
            var climb = new Climb(version, progress.own());
            climb.advanceTo(FigureKeeper.day(happening, version.ladder().timeZone()));
            climbs.put(version.versionId(), climb);
        }
        return climbs;
    }

    private static Map<String, Ladder.Tier> tiers(Edition edition, Map<String, Climb> climbs) {
        var tiers = new HashMap<String, Ladder.Tier>();
        edition.ladders()
                .forEach(
                        (key, version) ->
                                tiers.put(
                                        key,
                                        Objects.requireNonNull(climbs.get(version.versionId()))
                                                .tier()));
        return tiers;
    }

    private static List<Rule> fired(
            Edition edition,
            Happening happening,
            Examination examination,
            List<Verdict.Finding> findings) {
        var fired = new ArrayList<Rule>();
        var taken = new HashSet<String>();
        for (var rule : edition.rulesFor(happening.kind())) {
            var reasons = whyNot(rule.spec(), happening, examination, taken);
            if (reasons.isEmpty()) {
                fired.add(rule);
                if (rule.spec().exclusiveGroup() != null) {
                    taken.add(rule.spec().exclusiveGroup());
                }
            } else {
                findings.add(new Verdict.Finding(rule.versionId(), rule.key(), false, 0, reasons));
            }
        }
        return fired;
    }

    private static List<String> whyNot(
            RuleSpec spec, Happening happening, Examination examination, Set<String> taken) {
        if (!spec.isOpenAt(happening.at())) {
            return List.of("It concerns another time");
        }
        var when = spec.when();
        if (when != null && !examination.holds(when, spec.timeZone())) {
            return examination.failures(when, spec.timeZone());
        }
        if (spec.exclusiveGroup() != null && taken.contains(spec.exclusiveGroup())) {
            return List.of("Another rule of the group " + spec.exclusiveGroup() + " came first");
        }
        return List.of();
    }

    private List<Verdict.Gain> gains(
            Edition edition,
            Happening happening,
            List<Rule> fired,
            Map<String, Ladder.Tier> tiers,
            List<Verdict.Finding> findings) {
        var appraisal =
                new Appraisal(
                        edition,
                        happening,
                        new Cuts(happening, progress.own(), budgets),
                        fired,
                        factors(edition, tiers));
        var gains = new ArrayList<Verdict.Gain>();
        for (var rule : fired) {
            var effect = rule.spec().points();
            var result =
                    effect == null
                            ? new Appraisal.Result(0, List.of())
                            : appraisal.of(rule, effect);
            findings.add(
                    new Verdict.Finding(
                            rule.versionId(), rule.key(), true, result.amount(), result.working()));
            if (effect != null && result.amount() != 0) {
                gains.add(
                        new Verdict.Gain(
                                rule.versionId(),
                                rule.key(),
                                rule.name(),
                                effect.currency(),
                                result.amount(),
                                result.working()));
            }
        }
        return gains;
    }

    private static Map<String, List<Appraisal.Factor>> factors(
            Edition edition, Map<String, Ladder.Tier> tiers) {
        var factors = new HashMap<String, List<Appraisal.Factor>>();
        tiers.forEach(
                (key, tier) -> {
                    var ladder = Objects.requireNonNull(edition.ladders().get(key)).ladder();
                    factors.computeIfAbsent(ladder.currency(), _ -> new ArrayList<>())
                            .add(
                                    new Appraisal.Factor(
                                            "tier " + tier.name(), tier.multiplier(), List.of()));
                });
        return factors;
    }

    private void climb(Happening happening, Map<String, Climb> climbs, List<Verdict.Gain> gains) {
        for (var version : rulebook.ladders()) {
            var ladder = version.ladder();
            var sum =
                    gains.stream()
                            .filter(gain -> gain.currency().equals(ladder.currency()))
                            .mapToLong(Verdict.Gain::amount)
                            .sum();
            if (sum != 0) {
                Objects.requireNonNull(climbs.get(version.versionId()))
                        .add(FigureKeeper.day(happening, ladder.timeZone()), sum);
            }
        }
    }

    private List<Verdict.Honour> honours(
            Happening happening, List<Rule> fired, Examination examination) {
        var badges = rulebook.latest();
        var honours = new Honours(happening, progress, examination);
        var earned = new ArrayList<Verdict.Honour>();
        for (var badge : badges.badgesFor(happening.kind())) {
            var criteria = Objects.requireNonNull(badges.badges().get(badge));
            earned.addAll(honours.of(badge, criteria));
        }
        for (var rule : fired) {
            if (rule.spec().badge() != null) {
                earned.addAll(honours.of(rule.spec().badge(), rule.versionId()));
            }
        }
        return earned;
    }
}
