package dev.grapevine.graph.earning.engine;

import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.earning.rule.ConfigRevision;
import dev.grapevine.graph.earning.rule.EarningLimit;
import dev.grapevine.graph.earning.rule.Period;
import dev.grapevine.graph.earning.rule.Rule;
import dev.grapevine.graph.earning.rule.RuleHistory;
import dev.grapevine.graph.earning.rule.TierSet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builder of a rule history with one revision. */
final class TestRules {

    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, ConfigRevision.NamedLimit> earningLimits = new HashMap<>();
    private final Map<String, ConfigRevision.TierSetVersion> tierSets = new HashMap<>();
    private final Map<String, BadgeCriteria> badges = new HashMap<>();

    static TestRules of(RuleDraft... drafts) {
        var testRules = new TestRules();
        Arrays.stream(drafts).map(RuleDraft::make).forEach(testRules.rules::add);
        return testRules;
    }

    TestRules and(RuleDraft draft) {
        rules.add(draft.make());
        return this;
    }

    TestRules cap(String key, long max, Period period, String... ofRules) {
        return limit(
                key,
                new EarningLimit(
                        EarningLimit.Type.CAP, "POINTS", List.of(ofRules), max, period, "UTC"));
    }

    TestRules floor(String key, long min, String... ofRules) {
        return limit(
                key,
                new EarningLimit(
                        EarningLimit.Type.FLOOR,
                        "POINTS",
                        List.of(ofRules),
                        min,
                        Period.ALL_TIME,
                        "UTC"));
    }

    TestRules limit(String key, EarningLimit earningLimit) {
        earningLimits.put(key, new ConfigRevision.NamedLimit(key, earningLimit));
        return this;
    }

    TestRules tierSet(String key, TierSet tierSet) {
        tierSets.put(key, new ConfigRevision.TierSetVersion("tsv_" + key, tierSet));
        return this;
    }

    TestRules badge(String key, BadgeCriteria criteria) {
        badges.put(key, criteria);
        return this;
    }

    ConfigRevision revision(long number) {
        return ConfigRevision.of(number, rules, earningLimits, tierSets, badges);
    }

    RuleHistory history() {
        return new RuleHistory(List.of(revision(1)));
    }

    /** Bronze from 0, silver from 100, gold from 300; all with multiplier 1. */
    static List<TierSet.Tier> tiers() {
        return tiers("1", "1", "1");
    }

    static List<TierSet.Tier> tiers(String bronze, String silver, String gold) {
        return List.of(
                tier("bronze", 0, 100L, bronze),
                tier("silver", 100, 300L, silver),
                tier("gold", 300, null, gold));
    }

    private static TierSet.Tier tier(String key, long from, Long until, String multiplier) {
        return new TierSet.Tier(key, key, from, until, new BigDecimal(multiplier), List.of());
    }

    static TierSet rolling(int days, int grace) {
        return new TierSet("POINTS", days, null, grace, "UTC", tiers());
    }

    static TierSet by(Period period, int grace) {
        return new TierSet("POINTS", null, period, grace, "UTC", tiers());
    }
}
