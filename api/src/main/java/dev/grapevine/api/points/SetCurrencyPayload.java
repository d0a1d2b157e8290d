package dev.grapevine.api.points;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;
import dev.grapevine.graph.points.Currency;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of a currency to define. */
record SetCurrencyPayload(
        @Nullable Currency currency, List<Refusal> userErrors, boolean isReplay) {

    static SetCurrencyPayload of(Outcome<Currency> outcome) {
        var answer = Answer.to(outcome);
        return new SetCurrencyPayload(answer.value(), answer.userErrors(), answer.isReplay());
    }
}
