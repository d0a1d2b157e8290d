package dev.grapevine.api.badge;

import dev.grapevine.graph.badge.CreateBadge;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Validation;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Input of {@code createBadge}. */
record CreateBadgeInput(
        String brand,
        String key,
        String name,
        @Nullable String description,
        @Nullable BadgeCriteriaInput criteria) {

    /**
     * Returns the command.
     *
     * @param validation receives the violations that the API finds; the command is unusable if
     *     there are any
     */
    CreateBadge command(Validation validation) {
        return new CreateBadge(
                key,
                name,
                description,
                criteria == null ? null : criteria.criteria(name, validation));
    }

    /**
     * Returns the rejection with its path in this input: the graph model reports fields of the
     * criteria without the prefix {@code criteria}.
     */
    Rejection withInputPath(Rejection rejection) {
        if (criteria == null || rejection.path().isEmpty()) {
            return rejection;
        }
        return switch (rejection.path().getFirst()) {
            case "levels" -> underCriteria(rejection, List.of(criteria.levelsField()));
            case "kinds", "when", "isRepeatable", "timeZone", "threshold" ->
                    underCriteria(rejection, rejection.path());
            default -> rejection;
        };
    }

    private static Rejection underCriteria(Rejection rejection, List<String> fields) {
        var path = new ArrayList<>(List.of("criteria"));
        path.addAll(fields);
        return rejection.at(path);
    }
}
