package dev.grapevine.api.rulebook;

import dev.grapevine.graph.rule.Limit;
import dev.grapevine.graph.rule.Per;
import dev.grapevine.graph.rulebook.Decision;
import dev.grapevine.graph.rulebook.SpecText;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/** A version of a limit. */
record EarningLimitVersion(
        String id,
        String key,
        int version,
        String name,
        Decision.State state,
        Limit.Type type,
        String currency,
        List<String> rules,
        long amount,
        Per per,
        String timeZone,
        OffsetDateTime publishedAt,
        @Nullable OffsetDateTime retiredAt) {

    static EarningLimitVersion of(Decision decision) {
        var spec = SpecText.read(decision.spec(), Limit.class);
        return new EarningLimitVersion(
                decision.id(),
                decision.key(),
                decision.number(),
                decision.name(),
                decision.state(),
                spec.type(),
                spec.currency(),
                spec.rules(),
                spec.amount(),
                spec.per(),
                spec.timeZone(),
                Objects.requireNonNull(decision.publishedAt()),
                decision.retiredAt());
    }
}
