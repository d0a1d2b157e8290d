package dev.grapevine.api.badge;

import dev.grapevine.graph.badge.DefineBadge;
import dev.grapevine.graph.kernel.Inputs;
import dev.grapevine.graph.kernel.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** A badge to define. */
record CreateBadgeInput(
        String brand,
        String key,
        String name,
        @Nullable String description,
        @Nullable BadgeCriteriaInput criteria,
        String idempotencyKey) {

    /**
     * @param inputs learns what is wrong already; then the command is of no use
     */
    DefineBadge command(Inputs inputs) {
        return new DefineBadge(
                key, name, description, criteria == null ? null : criteria.criteria(name, inputs));
    }

    /** A refusal that names the field where this input has it. */
    Refusal placed(Refusal refusal) {
        if (criteria == null || refusal.path().isEmpty()) {
            return refusal;
        }
        return switch (refusal.path().getFirst()) {
            case "levels" -> within(refusal, List.of(criteria.fieldOfLevels()));
            case "counts", "when", "isRepeatable", "timeZone", "threshold" ->
                    within(refusal, refusal.path());
            default -> refusal;
        };
    }

    private static Refusal within(Refusal refusal, List<String> place) {
        var path = new ArrayList<>(List.of("criteria"));
        path.addAll(place);
        return new Placed(refusal, path);
    }

    /** The same reason at another place. */
    private record Placed(Refusal reason, List<String> path) implements Refusal {

        @Override
        public String code() {
            return reason.code();
        }

        @Override
        public String message() {
            return reason.message();
        }
    }
}
