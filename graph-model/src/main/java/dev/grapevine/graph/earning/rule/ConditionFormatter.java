package dev.grapevine.graph.earning.rule;

import java.time.DayOfWeek;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Formatter of conditions as English text. */
public final class ConditionFormatter {

    private ConditionFormatter() {}

    /** Returns a condition as an English clause, without capital letter and full stop. */
    public static String of(Condition condition) {
        return switch (condition) {
            case Condition.All(var of) -> joined(of, " and ");
            case Condition.Any(var of) -> joined(of, " or ");
            case Condition.Not(var of) -> "not (" + of(of) + ")";
            case Condition.KindIn(var kinds) -> "the kind is " + any(kinds);
            case Condition.ChannelIn(var channels) -> "the channel is " + any(channels);
            case Condition.FieldIs(var field, var comparison, var value) ->
                    "field " + field + " " + comparison.description() + " " + value;
            case Condition.ValueIs(var comparison, var value) ->
                    "the value " + comparison.description() + " " + value.toPlainString();
            case Condition.QuantityIs(var comparison, var quantity) ->
                    "the quantity " + comparison.description() + " " + quantity;
            case Condition.ContributionCondition contributionCondition ->
                    subject(contributionCondition);
            case Condition.TimeOfDay(var from, var until) ->
                    "the time is from " + from + " to " + until;
            case Condition.Weekdays(var days) -> "the day is " + any(names(days));
            case Condition.TierIn(var tierSet, var tiers) ->
                    "the tier of " + tierSet + " is " + any(tiers);
            case Condition.HasBadge(var badge) -> "the customer has the badge " + badge;
            case Condition.MembershipDays(var comparison, var days) ->
                    "the days since joining: " + comparison.description() + " " + days;
            case Condition.HasReferrer _ -> "the customer has a referrer";
            case Condition.NthOfKind(var n, var isEvery) ->
                    isEvery
                            ? "its number among the activities of its kind is a multiple of " + n
                            : "it is number " + n + " of its kind";
            case Condition.AggregateIs(var aggregate, var comparison, var value) ->
                    aggregate(aggregate)
                            + " "
                            + comparison.description()
                            + " "
                            + value.toPlainString();
            case Condition.ExpressionIs(var expression) ->
                    "the expression “" + expression + "” is true";
        };
    }

    private static String joined(List<Condition> conditions, String conjunction) {
        return conditions.stream()
                .map(it -> it.parts().size() > 1 ? "(" + of(it) + ")" : of(it))
                .collect(Collectors.joining(conjunction));
    }

    private static String any(List<String> texts) {
        return String.join(" or ", texts);
    }

    private static String subject(Condition.ContributionCondition contributionCondition) {
        var kinds =
                contributionCondition.kinds().isEmpty()
                        ? "it is about a contribution"
                        : "it is about " + any(contributionCondition.kinds());
        if (contributionCondition.isReplyToOwn() == null) {
            return kinds;
        }
        return kinds
                + (contributionCondition.isReplyToOwn() ? " that answers" : " that does not answer")
                + " the customer's own";
    }

    private static String aggregate(Aggregate aggregate) {
        var function = aggregate.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        var window = aggregate.days() == null ? "in all" : "in " + aggregate.days() + " days";
        return "the " + function + " of " + String.join(", ", aggregate.kinds()) + " " + window;
    }

    private static List<String> names(Collection<DayOfWeek> days) {
        return days.stream().map(day -> day.name().toLowerCase(Locale.ROOT)).toList();
    }
}
