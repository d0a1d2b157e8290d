package dev.grapevine.graph.earning.rule;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Which figures about customers conditions ask for. */
public final class Aggregates {

    private Aggregates() {}

    /**
     * Something that is kept up to date for every customer.
     *
     * @param name what it is kept under, the same for the same figure
     */
    public record TrackedAggregate(String name, Aggregate aggregate, String timeZone) {

        static TrackedAggregate of(RequestedAggregates requestedAggregates) {
            var aggregate = requestedAggregates.aggregate();
            var kinds = aggregate.kinds().stream().sorted().distinct().toList();
            var name =
                    String.join(
                            "|",
                            "figure",
                            aggregate.type().name(),
                            String.join(",", kinds),
                            aggregate.days() == null ? "ever" : aggregate.days().toString(),
                            requestedAggregates.timeZone());
            return new TrackedAggregate(
                    name,
                    new Aggregate(aggregate.type(), kinds, aggregate.days()),
                    requestedAggregates.timeZone());
        }
    }

    /** A figure as a condition asks for it. Kinds in another order make the same figure. */
    public record RequestedAggregates(Aggregate aggregate, String timeZone) {}

    /** How often an activity's own kind has been done, which the n-th asks for. */
    public static RequestedAggregates nth(String kind) {
        return new RequestedAggregates(
                new Aggregate(Aggregate.Type.COUNT, List.of(kind), null), "UTC");
    }

    static Stream<RequestedAggregates> of(ConfigRevision revision) {
        return Stream.concat(
                revision.rules().stream()
                        .map(Rule::spec)
                        .filter(spec -> spec.when() != null)
                        .flatMap(
                                spec ->
                                        in(
                                                Objects.requireNonNull(spec.when()),
                                                spec.timeZone(),
                                                Set.copyOf(spec.kinds()))),
                revision.badges().values().stream()
                        .filter(badgeCriteria -> badgeCriteria.when() != null)
                        .flatMap(
                                criteria ->
                                        in(
                                                Objects.requireNonNull(criteria.when()),
                                                criteria.timeZone(),
                                                Set.copyOf(
                                                        criteria.counts().stream()
                                                                .map(
                                                                        BadgeCriteria.WeightedKind
                                                                                ::kind)
                                                                .toList()))));
    }

    private static Stream<RequestedAggregates> in(
            Condition condition, String timeZone, Set<String> kinds) {
        return switch (condition) {
            case Condition.AggregateIs(var aggregate, _, _) ->
                    Stream.of(new RequestedAggregates(aggregate, timeZone));
            case Condition.NthOfKind _ -> kinds.stream().sorted().map(Aggregates::nth);
            default -> condition.parts().stream().flatMap(part -> in(part, timeZone, kinds));
        };
    }
}
