package dev.grapevine.api.brand;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of a brand to register. */
record RegisterBrandPayload(@Nullable Brand brand, List<Refusal> userErrors, boolean isReplay) {

    static RegisterBrandPayload of(Outcome<Brand> outcome) {
        var answer = Answer.to(outcome);
        return new RegisterBrandPayload(answer.value(), answer.userErrors(), answer.isReplay());
    }
}
