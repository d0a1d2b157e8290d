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
        @Nullable String kind,
        @Nullable Long threshold,
        @Nullable BadgeCriteriaInput criteria,
        String idempotencyKey) {

    /**
     * @param inputs learns what is wrong already; then the command is of no use
     */
    DefineBadge command(Inputs inputs) {
        if (criteria == null) {
            return new DefineBadge(key, name, description, kind, threshold);
        }
        inputs.require(
                kind == null && threshold == null,
                "criteria",
                "Give criteria, or a kind and a threshold, not both.");
        return new DefineBadge(key, name, description, criteria.criteria(inputs));
    }

    /** A refusal that names the field where this input has it. */
    Refusal placed(Refusal refusal) {
        if (refusal.path().isEmpty()) {
            return refusal;
        }
        return switch (refusal.path().getFirst()) {
            case "counts" -> criteria == null ? at(refusal, "kind") : within(refusal);
            case "levels" -> criteria == null ? at(refusal, "threshold") : within(refusal);
            case "when", "isRepeatable", "timeZone" -> within(refusal);
            default -> refusal;
        };
    }

    private static Refusal within(Refusal refusal) {
        var path = new ArrayList<>(List.of("criteria"));
        path.addAll(refusal.path());
        return new Placed(refusal, path);
    }

    private static Refusal at(Refusal refusal, String field) {
        return new Placed(refusal, List.of(field));
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
