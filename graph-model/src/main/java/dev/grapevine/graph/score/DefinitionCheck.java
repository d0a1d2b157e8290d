package dev.grapevine.graph.score;

import static dev.grapevine.graph.score.EngagementDefinitions.LARGEST_WEIGHT;
import static dev.grapevine.graph.score.EngagementDefinitions.MOST_ACTIONS;
import static dev.grapevine.graph.score.EngagementDefinitions.MOST_KINDS;
import static dev.grapevine.graph.score.EngagementDefinitions.MOST_KINDS_OF_ACTION;

import dev.grapevine.graph.kernel.Format;
import dev.grapevine.graph.kernel.Inputs;
import dev.grapevine.graph.kernel.Invalid;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Checks what a definition is to say and collects everything that is wrong with it. */
final class DefinitionCheck {

    private static final Format ACTION =
            Format.of(
                    "^[A-Z][A-Z0-9_]{0,39}$",
                    "1 to 40 characters of A-Z, 0-9 and _, beginning with a letter");

    private final List<Refusal> problems = new ArrayList<>();

    DefinitionCheck(
            Inputs inputs,
            String key,
            String name,
            List<EngagementAction> actions,
            long activeDayWeight) {
        note(
                inputs.matches("key", key, Format.KEY)
                        .text("name", name, 1, 100)
                        .between("activeDayWeight", activeDayWeight, 0, LARGEST_WEIGHT)
                        .require(!actions.isEmpty(), "actions", "At least one is needed.")
                        .atMost("actions", actions, MOST_ACTIONS),
                List.of());
        if (actions.size() <= MOST_ACTIONS) {
            for (var place = 0; place < actions.size(); place++) {
                note(check(actions.get(place)), List.of("actions", String.valueOf(place)));
            }
        }
        if (problems.isEmpty()) {
            noteWhatIsThereTwice(actions);
        }
    }

    private static Inputs check(EngagementAction action) {
        var kinds = action.kinds();
        var inputs =
                new Inputs()
                        .matches("action", action.name(), ACTION)
                        .between("weight", action.weight(), 0, LARGEST_WEIGHT)
                        .require(!kinds.isEmpty(), "kinds", "At least one is needed.")
                        .atMost("kinds", kinds, MOST_KINDS_OF_ACTION);
        if (kinds.size() <= MOST_KINDS_OF_ACTION) {
            kinds.forEach(kind -> inputs.kind("kinds", kind));
        }
        return inputs;
    }

    private void noteWhatIsThereTwice(List<EngagementAction> actions) {
        var names = new HashSet<String>();
        var actionOf = new HashMap<String, String>();
        for (var place = 0; place < actions.size(); place++) {
            var action = actions.get(place);
            if (!names.add(action.name())) {
                problems.add(WrongAction.named(place, action.name()));
            }
            for (var kind : action.kinds()) {
                var other = actionOf.putIfAbsent(kind, action.name());
                if (other != null) {
                    problems.add(WrongAction.counted(place, kind, action.name(), other));
                }
            }
        }
        note(new Inputs().atMost("actions", kindsOf(actions), MOST_KINDS), List.of());
    }

    private static List<String> kindsOf(List<EngagementAction> actions) {
        return actions.stream().flatMap(action -> action.kinds().stream()).toList();
    }

    private void note(Inputs inputs, List<String> above) {
        if (!inputs.areRight()
                && inputs.<Void>refused() instanceof Outcome.Refused<Void>(var refusals, _)) {
            refusals.forEach(refusal -> problems.add(below(above, refusal)));
        }
    }

    private static Refusal below(List<String> above, Refusal refusal) {
        var path = Stream.concat(above.stream(), refusal.path().stream()).toList();
        return new Invalid(path, refusal.message());
    }

    boolean isRight() {
        return problems.isEmpty();
    }

    /** The refusal with all that was wrong. */
    <T> Outcome<T> refused() {
        return new Outcome.Refused<>(problems, false);
    }
}
