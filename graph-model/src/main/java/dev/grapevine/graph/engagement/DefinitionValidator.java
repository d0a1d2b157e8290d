package dev.grapevine.graph.engagement;

import static dev.grapevine.graph.engagement.EngagementDefinitions.MAX_ACTIONS;
import static dev.grapevine.graph.engagement.EngagementDefinitions.MAX_KINDS;
import static dev.grapevine.graph.engagement.EngagementDefinitions.MAX_KINDS_PER_ACTION;
import static dev.grapevine.graph.engagement.EngagementDefinitions.MAX_WEIGHT;

import dev.grapevine.graph.kernel.Format;
import dev.grapevine.graph.kernel.command.InvalidInput;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.command.Validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Validator of a definition that collects all violations. */
final class DefinitionValidator {

    private static final Format ACTION =
            Format.of(
                    "^[A-Z][A-Z0-9_]{0,39}$",
                    "1 to 40 characters of A-Z, 0-9 and _, beginning with a letter");

    private final List<Rejection> problems = new ArrayList<>();

    DefinitionValidator(
            Validation validation,
            String key,
            String name,
            List<EngagementAction> actions,
            long activeDayWeight) {
        note(
                validation
                        .matches("key", key, Format.KEY)
                        .name("name", name, 100)
                        .between("activeDayWeight", activeDayWeight, 0, MAX_WEIGHT)
                        .require(
                                !actions.isEmpty(),
                                "actions",
                                "actions has 0 items; at least 1 is required.")
                        .atMost("actions", actions, MAX_ACTIONS),
                List.of());
        if (actions.size() <= MAX_ACTIONS) {
            for (var index = 0; index < actions.size(); index++) {
                note(check(actions.get(index)), List.of("actions", String.valueOf(index)));
            }
        }
        if (problems.isEmpty()) {
            noteDuplicates(actions);
        }
    }

    private static Validation check(EngagementAction action) {
        var kinds = action.kinds();
        var validation =
                new Validation()
                        .matches("action", action.name(), ACTION)
                        .between("weight", action.weight(), 0, MAX_WEIGHT)
                        .require(
                                !kinds.isEmpty(),
                                "kinds",
                                "kinds has 0 items; at least 1 is required.")
                        .atMost("kinds", kinds, MAX_KINDS_PER_ACTION);
        if (kinds.size() <= MAX_KINDS_PER_ACTION) {
            kinds.forEach(kind -> validation.kind("kinds", kind));
        }
        return validation;
    }

    private void noteDuplicates(List<EngagementAction> actions) {
        var names = new HashSet<String>();
        var actionOf = new HashMap<String, String>();
        for (var index = 0; index < actions.size(); index++) {
            var action = actions.get(index);
            if (!names.add(action.name())) {
                problems.add(InvalidAction.duplicate(index, action.name()));
            }
            for (var kind : action.kinds()) {
                var other = actionOf.putIfAbsent(kind, action.name());
                if (other != null) {
                    problems.add(InvalidAction.countedTwice(index, kind, action.name(), other));
                }
            }
        }
        note(new Validation().atMost("actions", kindsOf(actions), MAX_KINDS), List.of());
    }

    private static List<String> kindsOf(List<EngagementAction> actions) {
        return actions.stream().flatMap(action -> action.kinds().stream()).toList();
    }

    private void note(Validation validation, List<String> parentPath) {
        if (!validation.isValid()
                && validation.<Void>rejected()
                        instanceof Result.Rejected<Void>(var rejections, _)) {
            rejections.forEach(rejection -> problems.add(withParent(parentPath, rejection)));
        }
    }

    private static Rejection withParent(List<String> parentPath, Rejection rejection) {
        var path = Stream.concat(parentPath.stream(), rejection.path().stream()).toList();
        return new InvalidInput(path, rejection.message());
    }

    /** Adds the rejections of another validation. */
    DefinitionValidator and(List<Rejection> more) {
        problems.addAll(more);
        return this;
    }

    boolean isValid() {
        return problems.isEmpty();
    }

    /** Returns the rejection with all violations. */
    <T> Result<T> rejected() {
        return new Result.Rejected<>(problems, false);
    }
}
