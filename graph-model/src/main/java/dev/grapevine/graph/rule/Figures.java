package dev.grapevine.graph.rule;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Which figures about customers conditions ask for. */
public final class Figures {

    private Figures() {}

    /**
     * Something that is kept up to date for every customer.
     *
     * @param name what it is kept under, the same for the same figure
     */
    public record Tracked(String name, Aggregate aggregate, String timeZone) {

        static Tracked of(Asked asked) {
            var aggregate = asked.aggregate();
            var kinds = aggregate.kinds().stream().sorted().distinct().toList();
            var name =
                    String.join(
                            "|",
                            "figure",
                            aggregate.type().name(),
                            String.join(",", kinds),
                            aggregate.days() == null ? "ever" : aggregate.days().toString(),
                            asked.timeZone());
            return new Tracked(
                    name,
                    new Aggregate(aggregate.type(), kinds, aggregate.days()),
                    asked.timeZone());
        }
    }

    /** A figure as a condition asks for it. Kinds in another order make the same figure. */
    public record Asked(Aggregate aggregate, String timeZone) {}

    /** How often an activity's own kind has been done, which the n-th asks for. */
    public static Asked nth(String kind) {
        return new Asked(new Aggregate(Aggregate.Type.COUNT, List.of(kind), null), "UTC");
    }

    static Stream<Asked> of(Edition edition) {
        return Stream.concat(
                edition.rules().stream()
                        .map(Rule::spec)
                        .filter(spec -> spec.when() != null)
                        .flatMap(
                                spec ->
                                        in(
                                                Objects.requireNonNull(spec.when()),
                                                spec.timeZone(),
                                                Set.copyOf(spec.kinds()))),
                edition.badges().values().stream()
                        .filter(criteria -> criteria.when() != null)
                        .flatMap(
                                criteria ->
                                        in(
                                                Objects.requireNonNull(criteria.when()),
                                                criteria.timeZone(),
                                                Set.copyOf(
                                                        criteria.counts().stream()
                                                                .map(Criteria.Counted::kind)
                                                                .toList()))));
    }

    private static Stream<Asked> in(Condition condition, String timeZone, Set<String> kinds) {
        return switch (condition) {
            case Condition.Figure(var aggregate, _, _) -> Stream.of(new Asked(aggregate, timeZone));
            case Condition.NthOfKind _ -> kinds.stream().sorted().map(Figures::nth);
            default -> condition.parts().stream().flatMap(part -> in(part, timeZone, kinds));
        };
    }
}
