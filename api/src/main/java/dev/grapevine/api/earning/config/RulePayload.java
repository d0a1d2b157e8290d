package dev.grapevine.api.earning.config;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of {@code draftRule}, {@code publishRule} and {@code retireRule}. */
record RulePayload(
        @Nullable RuleVersion ruleVersion, List<Rejection> userErrors, boolean isReplay) {

    static RulePayload of(Result<RuleVersion> result) {
        var payloadData = PayloadData.to(result);
        return new RulePayload(
                payloadData.value(), payloadData.userErrors(), payloadData.isReplay());
    }
}
