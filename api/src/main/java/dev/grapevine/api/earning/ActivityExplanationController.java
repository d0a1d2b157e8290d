package dev.grapevine.api.earning;

import dev.grapevine.graph.earning.explain.ActivityExplanation;
import dev.grapevine.graph.earning.explain.ActivityExplanations;
import dev.grapevine.graph.kernel.command.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Resolves {@code explainActivity}. */
@Controller
class ActivityExplanationController {

    private final ActivityExplanations explanations;

    ActivityExplanationController(ActivityExplanations explanations) {
        this.explanations = explanations;
    }

    @QueryMapping
    @Nullable ActivityExplanation explainActivity(@Argument String activity, Caller caller) {
        return explanations.explain(caller, activity).orElse(null);
    }
}
