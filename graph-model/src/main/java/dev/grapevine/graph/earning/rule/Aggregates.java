package dev.grapevine.graph.earning.rule;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Collector of the aggregates that the conditions of rules and badges use. */
public final class Aggregates {

    private Aggregates() {}

    /**
     * Aggregate that the engine updates with every activity of a customer.
     *
     * @param name name of the counter; equal for equal aggregates
     */
    public record TrackedAggregate(String name, Aggregate aggregate, String timeZone) {

        static TrackedAggregate of(RequestedAggregate requested) {
            var aggregate = requested.aggregate();
            var kinds = aggregate.kinds().stream().sorted().distinct().toList();
            var name =
                    String.join(
                            "|",
                            "aggregate",
                            aggregate.type().name(),
                            String.join(",", kinds),
                            aggregate.days() == null ? "ever" : aggregate.days().toString(),
                            requested.timeZone());
            return new TrackedAggregate(
                    name,
                    new Aggregate(aggregate.type(), kinds, aggregate.days()),
                    requested.timeZone());
        }
    }

    /**
     * Aggregate as a condition states it; equivalent aggregates may differ in the order of their
     * kinds.
     */
    public record RequestedAggregate(Aggregate aggregate, String timeZone) {}

    /**
     * Returns the aggregate behind {@link Condition.NthOfKind}: the number of activities of a kind.
     */
    public static RequestedAggregate nth(String kind) {
        return new RequestedAggregate(
                new Aggregate(Aggregate.Type.COUNT, List.of(kind), null), "UTC");
    }

    static Stream<RequestedAggregate> of(ConfigRevision revision) {
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
                        .filter(criteria -> criteria.when() != null)
                        .flatMap(
                                criteria ->
                                        in(
                                                Objects.requireNonNull(criteria.when()),
                                                criteria.timeZone(),
                                                Set.copyOf(
                                                        criteria.kinds().stream()
                                                                .map(
                                                                        BadgeCriteria.WeightedKind
                                                                                ::kind)
                                                                .toList()))));
    }

    private static Stream<RequestedAggregate> in(
            Condition condition, String timeZone, Set<String> kinds) {
        return switch (condition) {
            case Condition.AggregateIs(var aggregate, _, _) ->
                    Stream.of(new RequestedAggregate(aggregate, timeZone));
            case Condition.NthOfKind _ -> kinds.stream().sorted().map(Aggregates::nth);
            default -> condition.parts().stream().flatMap(part -> in(part, timeZone, kinds));
        };
    }
}
