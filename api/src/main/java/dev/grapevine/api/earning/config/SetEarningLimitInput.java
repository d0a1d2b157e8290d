package dev.grapevine.api.earning.config;

import dev.grapevine.graph.earning.config.SetEarningLimit;
import dev.grapevine.graph.earning.rule.EarningLimit;
import dev.grapevine.graph.earning.rule.Period;

import java.util.List;

/** Input of {@code setEarningLimit}. */
record SetEarningLimitInput(
        String brand,
        String key,
        String name,
        EarningLimit.Type type,
        String currency,
        List<String> rules,
        long amount,
        Period period,
        String timeZone) {

    SetEarningLimit command() {
        return new SetEarningLimit(
                key, name, new EarningLimit(type, currency, rules, amount, period, timeZone));
    }
}
