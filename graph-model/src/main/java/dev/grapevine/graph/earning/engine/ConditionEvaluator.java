package dev.grapevine.graph.earning.engine;

import dev.grapevine.graph.earning.rule.Aggregates;
import dev.grapevine.graph.earning.rule.Condition;
import dev.grapevine.graph.earning.rule.ConditionFormatter;
import dev.grapevine.graph.earning.rule.Expression;
import dev.grapevine.graph.earning.rule.RuleHistory;
import dev.grapevine.graph.earning.rule.RuleSpec;
import dev.grapevine.graph.earning.rule.TierSet;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Evaluator of conditions for one activity. */
final class ConditionEvaluator {

    private final RuleHistory history;
    private final ActivityFacts facts;
    private final LocalTimes localTimes;
    private final CustomerRef customer;
    private final Counters counters;
    private final Map<String, TierSet.Tier> tiers;
    private @Nullable Map<String, Object> variables;
    private @Nullable String failure;

    /**
     * @param counters counters, the activity included
     * @param tiers tiers of the customer before the activity, by key of the tier set
     */
    ConditionEvaluator(
            RuleHistory history,
            ActivityFacts facts,
            LocalTimes localTimes,
            CustomerRef customer,
            Counters counters,
            Map<String, TierSet.Tier> tiers) {
        this.history = history;
        this.facts = facts;
        this.localTimes = localTimes;
        this.customer = customer;
        this.counters = counters;
        this.tiers = tiers;
    }

    /** Returns true if the condition of a rule holds. */
    boolean holds(RuleSpec spec) {
        return spec.when() == null || isSatisfied(spec.when(), spec.timeZone());
    }

    /** Returns true if a condition holds and no expression in the condition failed. */
    boolean isSatisfied(Condition condition, String timeZone) {
        failure = null;
        return holds(condition, timeZone) && failure == null;
    }

    /**
     * Returns true if a condition holds; an expression that fails counts as false.
     *
     * @param timeZone time zone of the rule or badge
     */
    boolean holds(Condition condition, String timeZone) {
        return switch (condition) {
            case Condition.All(var of) -> of.stream().allMatch(it -> holds(it, timeZone));
            case Condition.Any(var of) -> of.stream().anyMatch(it -> holds(it, timeZone));
            case Condition.Not(var of) -> !holds(of, timeZone);
            case Condition.KindIn(var kinds) -> kinds.contains(facts.kind());
            case Condition.ChannelIn(var channels) ->
                    facts.channel() != null && channels.contains(facts.channel());
            case Condition.FieldIs field -> holds(field);
            case Condition.ValueIs(var comparison, var value) ->
                    facts.value() != null && comparison.holds(facts.value().compareTo(value));
            case Condition.QuantityIs(var comparison, var quantity) ->
                    comparison.holds(Long.compare(facts.quantity(), quantity));
            case Condition.ContributionCondition contributionCondition ->
                    holds(contributionCondition);
            case Condition.TimeOfDay(var from, var until) -> isWithin(from, until, timeZone);
            case Condition.Weekdays(var days) ->
                    days.contains(localTimes.in(timeZone).getDayOfWeek());
            case Condition.TierIn(var tierSet, var keys) ->
                    tiers.containsKey(tierSet) && keys.contains(tiers.get(tierSet).key());
            case Condition.HasBadge(var badge) -> hasBadge(badge);
            case Condition.MembershipDays(var comparison, var days) ->
                    customer.joinedAt() != null
                            && comparison.holds(Long.compare(daysSince(customer.joinedAt()), days));
            case Condition.HasReferrer _ ->
                    facts.flags().contains(ActivityFacts.CustomerFlag.HAS_REFERRER);
            case Condition.NthOfKind(var n, var isEvery) -> isNth(n, isEvery);
            case Condition.AggregateIs aggregateIs -> holds(aggregateIs, timeZone);
            case Condition.ExpressionIs(var expression) -> isTrue(expression);
        };
    }

    /** Returns the parts that make a condition false, as English sentences. */
    List<String> failures(Condition condition, String timeZone) {
        failure = null;
        if (holds(condition, timeZone) && failure != null) {
            return List.of(failure);
        }
        if (condition instanceof Condition.All(var of)) {
            return of.stream()
                    .filter(part -> !holds(part, timeZone))
                    .flatMap(part -> failures(part, timeZone).stream())
                    .toList();
        }
        return List.of(
                "Not satisfied: "
                        + ConditionFormatter.of(condition)
                        + actualValue(condition, timeZone));
    }

    private String actualValue(Condition condition, String timeZone) {
        return switch (condition) {
            case Condition.AggregateIs(var aggregate, _, _) ->
                    " (actual value: "
                            + aggregate(new Aggregates.RequestedAggregate(aggregate, timeZone))
                                    .toPlainString()
                            + ")";
            case Condition.NthOfKind _ -> " (actual value: " + count() + ")";
            case Condition.MembershipDays _ when customer.joinedAt() != null ->
                    " (actual value: " + daysSince(customer.joinedAt()) + ")";
            default -> "";
        };
    }

    private boolean hasBadge(String badge) {
        var flags = facts.flags();
        return flags.contains(ActivityFacts.CustomerFlag.badge(badge))
                || (counters.has(BadgeEvaluator.EARNED + badge, Counters.ONLY)
                        && !flags.contains(ActivityFacts.CustomerFlag.revoked(badge)));
    }

    private boolean holds(Condition.FieldIs condition) {
        var field = facts.fields().get(condition.field());
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
            // The type of a field may have changed after the activity was recorded.
            return false;
        }
    }

    private boolean holds(Condition.ContributionCondition contributionCondition) {
        return facts.subjectId() != null
                && (contributionCondition.kinds().isEmpty()
                        || (facts.subjectKind() != null
                                && contributionCondition.kinds().contains(facts.subjectKind())))
                && (contributionCondition.isReplyToOwn() == null
                        || contributionCondition.isReplyToOwn() == facts.isReplyToOwn());
    }

    private boolean isWithin(LocalTime from, LocalTime until, String timeZone) {
        var time = localTimes.in(timeZone).toLocalTime();
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !time.isBefore(from) || time.isBefore(until);
    }

    private long daysSince(OffsetDateTime joinedAt) {
        return ChronoUnit.DAYS.between(joinedAt, facts.at());
    }

    private boolean isNth(long n, boolean isEvery) {
        var count = count();
        return isEvery ? count > 0 && count % n == 0 : count == n;
    }

    private long count() {
        return aggregate(Aggregates.nth(facts.kind())).longValueExact();
    }

    private boolean holds(Condition.AggregateIs condition, String timeZone) {
        var value = aggregate(new Aggregates.RequestedAggregate(condition.aggregate(), timeZone));
        return condition.comparison().holds(value.compareTo(condition.value()));
    }

    private BigDecimal aggregate(Aggregates.RequestedAggregate requested) {
        return AggregateUpdater.read(counters, history.aggregate(requested), localTimes);
    }

    private boolean isTrue(String expression) {
        try {
            return Expression.isTrue(expression, variables());
        } catch (Expression.EvaluationFailed e) {
            failure = "The expression “" + expression + "” has no result: " + e.getMessage();
            return false;
        }
    }

    /** Returns the variables of expressions. */
    Map<String, Object> variables() {
        if (variables == null) {
            variables =
                    Expression.variables(
                            facts.kind(),
                            Objects.requireNonNullElse(facts.channel(), ""),
                            facts.quantity(),
                            facts.value() == null ? 0 : facts.value().doubleValue(),
                            facts.fields());
        }
        return variables;
    }
}
