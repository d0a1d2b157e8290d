package dev.grapevine.api.rulebook;

import dev.grapevine.graph.rule.Limit;
import dev.grapevine.graph.rule.Per;
import dev.grapevine.graph.rulebook.DefineLimit;

import java.util.List;

/** A limit to set. */
record SetEarningLimitInput(
        String brand,
        String key,
        String name,
        Limit.Type type,
        String currency,
        List<String> rules,
        long amount,
        Per per,
        String timeZone,
        String idempotencyKey) {

    DefineLimit command() {
        return new DefineLimit(key, name, new Limit(type, currency, rules, amount, per, timeZone));
    }
}
