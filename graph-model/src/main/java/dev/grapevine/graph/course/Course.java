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
import java.util.Optional;

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

    /** Takes the next activity; without findings. */
    public Verdict take(Happening happening) {
        return take(happening, Optional.empty());
    }

    /** Takes the next activity, and says what became of each rule that listens to its kind. */
    public Verdict takeWithFindings(Happening happening) {
        return take(happening, Optional.of(new ArrayList<>()));
    }

    private Verdict take(Happening happening, Optional<List<Verdict.Finding>> findings) {
        var edition = rulebook.at(happening.edition());
        var moment = new Moment(happening.at());
        var climbs = climbs(happening.kind(), moment);
        var tiers = tiers(edition, climbs);
        var examination =
                new Examination(rulebook, happening, moment, member, progress.own(), tiers);
        for (var figure : rulebook.figuresOf(happening.kind())) {
            FigureKeeper.count(progress.own(), figure, happening, moment);
        }
        var fired = fired(edition, happening, examination, findings);
        var cuts = new Cuts(happening, moment, progress.own(), budgets);
        var appraisal =
                new Appraisal(
                        edition, happening, examination, cuts, fired, factors(edition, tiers));
        var gains = gains(fired, appraisal, findings);
        climb(moment, climbs, gains);
        var honours = new Honours(happening, moment, progress, examination);
        return new Verdict(
                happening,
                gains,
                earned(honours, happening, fired),
                honours.counted(),
                findings.orElse(List.of()));
    }

    /** By the ids of the ladders' versions. */
    private Map<String, Climb> climbs(String kind, Moment moment) {
        var climbs = new HashMap<String, Climb>();
        for (var version : rulebook.ladders()) {
            var climb = new Climb(version, progress.own());
            // Whoever does not concern it may come before those who do, or after.
            if (rulebook.strands().concerns(kind, version.ladder().currency())) {
                climb.advanceTo(moment.day(version.ladder().timeZone()));
            }
            climbs.put(version.versionId(), climb);
        }
        return climbs;
    }

    private static String benefits(Ladder.Tier tier) {
        return tier.benefits().isEmpty() ? "" : " (" + String.join(", ", tier.benefits()) + ")";
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
            Optional<List<Verdict.Finding>> findings) {
        var fired = new ArrayList<Rule>();
        var taken = new HashSet<String>();
        for (var rule : edition.rulesFor(happening.kind())) {
            var spec = rule.spec();
            var group = spec.exclusiveGroup();
            if (spec.isOpenAt(happening.at())
                    && examination.holds(spec)
                    && (group == null || taken.add(group))) {
                fired.add(rule);
            } else if (findings.isPresent()) {
                var reasons = whyNot(spec, happening, examination);
                findings.get()
                        .add(new Verdict.Finding(rule.versionId(), rule.key(), false, 0, reasons));
            }
        }
        return fired;
    }

    private static List<String> whyNot(
            RuleSpec spec, Happening happening, Examination examination) {
        if (!spec.isOpenAt(happening.at())) {
            return List.of("It concerns another time");
        }
        if (spec.when() != null && !examination.holds(spec)) {
            return examination.failures(spec.when(), spec.timeZone());
        }
        return List.of("Another rule of the group " + spec.exclusiveGroup() + " came first");
    }

    private static List<Verdict.Gain> gains(
            List<Rule> fired, Appraisal appraisal, Optional<List<Verdict.Finding>> findings) {
        var gains = new ArrayList<Verdict.Gain>();
        for (var rule : fired) {
            var effect = rule.spec().points();
            var result =
                    effect == null
                            ? new Appraisal.Result(0, List.of())
                            : appraisal.of(rule, effect);
            findings.ifPresent(
                    all ->
                            all.add(
                                    new Verdict.Finding(
                                            rule.versionId(),
                                            rule.key(),
                                            true,
                                            result.amount(),
                                            result.working())));
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
                                            "tier " + tier.name() + benefits(tier),
                                            tier.multiplier(),
                                            _ -> true));
                });
        return factors;
    }

    private void climb(Moment moment, Map<String, Climb> climbs, List<Verdict.Gain> gains) {
        for (var version : rulebook.ladders()) {
            var ladder = version.ladder();
            var sum = 0L;
            for (var gain : gains) {
                sum += gain.currency().equals(ladder.currency()) ? gain.amount() : 0;
            }
            if (sum != 0) {
                Objects.requireNonNull(climbs.get(version.versionId()))
                        .add(moment.day(ladder.timeZone()), sum);
            }
        }
    }

    private List<Verdict.Honour> earned(Honours honours, Happening happening, List<Rule> fired) {
        var badges = rulebook.latest();
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
        honours.keep(earned);
        return earned;
    }
}
