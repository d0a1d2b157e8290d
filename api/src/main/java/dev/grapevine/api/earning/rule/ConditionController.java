package dev.grapevine.api.earning.rule;

import dev.grapevine.graph.earning.rule.Condition;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.time.DayOfWeek;
import java.util.List;

/** Resolves the members of {@code Condition}: exactly one is not null, as in the input. */
@Controller
class ConditionController {

    @SchemaMapping
    @Nullable List<Condition> all(Condition condition) {
        return condition instanceof Condition.All(var parts) ? parts : null;
    }

    @SchemaMapping
    @Nullable List<Condition> any(Condition condition) {
        return condition instanceof Condition.Any(var parts) ? parts : null;
    }

    @SchemaMapping
    @Nullable Condition not(Condition condition) {
        return condition instanceof Condition.Not(var part) ? part : null;
    }

    @SchemaMapping
    @Nullable List<String> kindIn(Condition condition) {
        return condition instanceof Condition.KindIn(var kinds) ? kinds : null;
    }

    @SchemaMapping
    @Nullable List<String> channelIn(Condition condition) {
        return condition instanceof Condition.ChannelIn(var channels) ? channels : null;
    }

    @SchemaMapping
    @Nullable List<DayOfWeek> weekdays(Condition condition) {
        return condition instanceof Condition.Weekdays(var days) ? days : null;
    }

    @SchemaMapping
    @Nullable String badge(Condition condition) {
        return condition instanceof Condition.HasBadge(var badge) ? badge : null;
    }

    @SchemaMapping
    @Nullable String expression(Condition condition) {
        return condition instanceof Condition.ExpressionIs(var expression) ? expression : null;
    }

    @SchemaMapping
    @Nullable Boolean hasReferrer(Condition condition) {
        return condition instanceof Condition.HasReferrer ? true : null;
    }

    @SchemaMapping
    Condition.@Nullable FieldIs field(Condition condition) {
        return condition instanceof Condition.FieldIs match ? match : null;
    }

    @SchemaMapping
    Condition.@Nullable ValueIs value(Condition condition) {
        return condition instanceof Condition.ValueIs match ? match : null;
    }

    @SchemaMapping
    Condition.@Nullable QuantityIs quantity(Condition condition) {
        return condition instanceof Condition.QuantityIs match ? match : null;
    }

    @SchemaMapping
    Condition.@Nullable ContributionCondition contribution(Condition condition) {
        return condition instanceof Condition.ContributionCondition match ? match : null;
    }

    @SchemaMapping
    Condition.@Nullable TimeOfDay timeOfDay(Condition condition) {
        return condition instanceof Condition.TimeOfDay match ? match : null;
    }

    @SchemaMapping
    Condition.@Nullable TierIn tier(Condition condition) {
        return condition instanceof Condition.TierIn match ? match : null;
    }

    @SchemaMapping(typeName = "TierCondition", field = "tierSet")
    String tierSet(Condition.TierIn tier) {
        return tier.tierSet();
    }

    @SchemaMapping
    Condition.@Nullable MembershipDays membershipDays(Condition condition) {
        return condition instanceof Condition.MembershipDays match ? match : null;
    }

    @SchemaMapping
    Condition.@Nullable NthOfKind nthOfKind(Condition condition) {
        return condition instanceof Condition.NthOfKind match ? match : null;
    }

    @SchemaMapping
    Condition.@Nullable AggregateIs aggregate(Condition condition) {
        return condition instanceof Condition.AggregateIs match ? match : null;
    }

    @SchemaMapping(typeName = "FieldCondition")
    String name(Condition.FieldIs condition) {
        return condition.field();
    }
}
