package dev.grapevine.api.ledger;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.currency.Currency;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of {@code setCurrency}. */
public record SetCurrencyPayload(
        @Nullable Currency currency, List<Rejection> userErrors, boolean isReplay) {

    public static SetCurrencyPayload of(Result<Currency> result) {
        var payloadData = PayloadData.to(result);
        return new SetCurrencyPayload(
                payloadData.value(), payloadData.userErrors(), payloadData.isReplay());
    }
}
