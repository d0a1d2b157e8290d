package dev.grapevine.api.badge;

import dev.grapevine.graph.badge.CreateBadge;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Validation;

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
     * @param validation learns what is wrong already; then the command is of no use
     */
    CreateBadge command(Validation validation) {
        return new CreateBadge(
                key,
                name,
                description,
                criteria == null ? null : criteria.criteria(name, validation));
    }

    /** A refusal that names the field where this input has it. */
    Rejection placed(Rejection rejection) {
        if (criteria == null || rejection.path().isEmpty()) {
            return rejection;
        }
        return switch (rejection.path().getFirst()) {
            case "levels" -> within(rejection, List.of(criteria.fieldOfLevels()));
            case "counts", "when", "isRepeatable", "timeZone", "threshold" ->
                    within(rejection, rejection.path());
            default -> rejection;
        };
    }

    private static Rejection within(Rejection rejection, List<String> place) {
        var path = new ArrayList<>(List.of("criteria"));
        path.addAll(place);
        return new Placed(rejection, path);
    }

    /** The same reason at another place. */
    private record Placed(Rejection reason, List<String> path) implements Rejection {

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
