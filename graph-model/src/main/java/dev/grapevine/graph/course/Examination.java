package dev.grapevine.graph.course;

import dev.grapevine.graph.rule.Condition;
import dev.grapevine.graph.rule.Expression;
import dev.grapevine.graph.rule.Figures;
import dev.grapevine.graph.rule.Ladder;
import dev.grapevine.graph.rule.RuleSpec;
import dev.grapevine.graph.rule.Rulebook;
import dev.grapevine.graph.rule.Words;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Examines conditions for one activity. */
final class Examination {

    private final Rulebook rulebook;
    private final Happening happening;
    private final Moment moment;
    private final Member member;
    private final Tallies tallies;
    private final Map<String, Ladder.Tier> tiers;
    private @Nullable Map<String, Object> variables;
    private @Nullable String failed;

    /**
     * @param tallies with the activity counted in them
     * @param tiers the tiers on which the customer stands, by ladder
     */
    Examination(
            Rulebook rulebook,
            Happening happening,
            Moment moment,
            Member member,
            Tallies tallies,
            Map<String, Ladder.Tier> tiers) {
        this.rulebook = rulebook;
        this.happening = happening;
        this.moment = moment;
        this.member = member;
        this.tallies = tallies;
        this.tiers = tiers;
    }

    /** Whether what a rule asks for holds. */
    boolean holds(RuleSpec spec) {
        return spec.when() == null || surely(spec.when(), spec.timeZone());
    }

    /** Whether a condition holds, and no expression in it has failed: then nothing is known. */
    boolean surely(Condition condition, String timeZone) {
        failed = null;
        return holds(condition, timeZone) && failed == null;
    }

    /**
     * Whether a condition holds.
     *
     * @param timeZone of the rule that asks
     */
    boolean holds(Condition condition, String timeZone) {
        return switch (condition) {
            case Condition.All(var of) -> of.stream().allMatch(it -> holds(it, timeZone));
            case Condition.Any(var of) -> of.stream().anyMatch(it -> holds(it, timeZone));
            case Condition.Not(var of) -> !holds(of, timeZone);
            case Condition.KindIn(var kinds) -> kinds.contains(happening.kind());
            case Condition.ChannelIn(var channels) ->
                    happening.channel() != null && channels.contains(happening.channel());
            case Condition.FieldIs field -> holds(field);
            case Condition.ValueIs(var comparison, var value) ->
                    happening.value() != null
                            && comparison.holds(happening.value().compareTo(value));
            case Condition.QuantityIs(var comparison, var quantity) ->
                    comparison.holds(Long.compare(happening.quantity(), quantity));
            case Condition.About about -> holds(about);
            case Condition.TimeOfDay(var from, var until) -> isWithin(from, until, timeZone);
            case Condition.Weekdays(var days) -> days.contains(moment.in(timeZone).getDayOfWeek());
            case Condition.TierIn(var ladder, var keys) ->
                    tiers.containsKey(ladder) && keys.contains(tiers.get(ladder).key());
            case Condition.HasBadge(var badge) -> hasBadge(badge);
            case Condition.MemberFor(var comparison, var days) ->
                    member.joinedAt() != null
                            && comparison.holds(Long.compare(daysSince(member.joinedAt()), days));
            case Condition.HasReferrer _ -> happening.facts().contains(Happening.Fact.HAS_REFERRER);
            case Condition.NthOfKind(var n, var isEvery) -> isNth(n, isEvery);
            case Condition.Figure figure -> holds(figure, timeZone);
            case Condition.Formula(var expression) -> isTrue(expression);
        };
    }

    /** The parts of a condition that decide that it does not hold, in English. */
    List<String> failures(Condition condition, String timeZone) {
        failed = null;
        if (holds(condition, timeZone) && failed != null) {
            return List.of(failed);
        }
        if (condition instanceof Condition.All(var of)) {
            return of.stream()
                    .filter(part -> !holds(part, timeZone))
                    .flatMap(part -> failures(part, timeZone).stream())
                    .toList();
        }
        return List.of("It does not hold that " + Words.of(condition) + seen(condition, timeZone));
    }

    private String seen(Condition condition, String timeZone) {
        return switch (condition) {
            case Condition.Figure(var aggregate, _, _) ->
                    ": it is " + figure(new Figures.Asked(aggregate, timeZone)).toPlainString();
            case Condition.NthOfKind _ -> ": it is the " + count() + ".";
            case Condition.MemberFor _ when member.joinedAt() != null ->
                    ": it has been " + daysSince(member.joinedAt());
            default -> "";
        };
    }

    private boolean hasBadge(String badge) {
        var facts = happening.facts();
        return facts.contains(Happening.Fact.badge(badge))
                || (tallies.has(Honours.EARNED + badge, Tallies.ONLY)
                        && !facts.contains(Happening.Fact.lost(badge)));
    }

    private boolean holds(Condition.FieldIs condition) {
        var field = happening.fields().get(condition.field());
        if (field == null) {
            return false;
        }
        if (!condition.comparison().isOrdering()) {
            return condition.comparison().holds(field.compareTo(condition.value()));
        }
        try {
            var order = new BigDecimal(field).compareTo(new BigDecimal(condition.value()));
            return condition.comparison().holds(order);
        } catch (NumberFormatException _) {
            // Activities stay as they are when their kind is given fields of other types.
            return false;
        }
    }

    private boolean holds(Condition.About about) {
        return happening.subjectId() != null
                && (about.kinds().isEmpty()
                        || (happening.subjectKind() != null
                                && about.kinds().contains(happening.subjectKind())))
                && (about.isAnswerToOwn() == null
                        || about.isAnswerToOwn() == happening.isAnswerToOwn());
    }

    private boolean isWithin(LocalTime from, LocalTime until, String timeZone) {
        var time = moment.in(timeZone).toLocalTime();
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !time.isBefore(from) || time.isBefore(until);
    }

    private long daysSince(OffsetDateTime joinedAt) {
        return ChronoUnit.DAYS.between(joinedAt, happening.at());
    }

    private boolean isNth(long n, boolean isEvery) {
        var count = count();
        return isEvery ? count > 0 && count % n == 0 : count == n;
    }

    private long count() {
        return figure(Figures.nth(happening.kind())).longValueExact();
    }

    private boolean holds(Condition.Figure condition, String timeZone) {
        var figure = figure(new Figures.Asked(condition.aggregate(), timeZone));
        return condition.comparison().holds(figure.compareTo(condition.than()));
    }

    private BigDecimal figure(Figures.Asked asked) {
        return FigureKeeper.read(tallies, rulebook.figure(asked), moment);
    }

    private boolean isTrue(String expression) {
        try {
            return Expression.isTrue(expression, variables());
        } catch (Expression.Failed e) {
            failed = "The expression “" + expression + "” has no result: " + e.getMessage();
            return false;
        }
    }

    /** What expressions see of the activity. */
    Map<String, Object> variables() {
        if (variables == null) {
            variables =
                    Expression.variables(
                            happening.kind(),
                            Objects.requireNonNullElse(happening.channel(), ""),
                            happening.quantity(),
                            happening.value() == null ? 0 : happening.value().doubleValue(),
                            happening.fields());
        }
        return variables;
    }
}
