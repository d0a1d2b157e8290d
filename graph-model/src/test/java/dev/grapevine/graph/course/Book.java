package dev.grapevine.graph.course;

import dev.grapevine.graph.rule.Criteria;
import dev.grapevine.graph.rule.Edition;
import dev.grapevine.graph.rule.Ladder;
import dev.grapevine.graph.rule.Limit;
import dev.grapevine.graph.rule.Per;
import dev.grapevine.graph.rule.Rule;
import dev.grapevine.graph.rule.Rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A rulebook in the making. */
final class Book {

    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, Limit> limits = new HashMap<>();
    private final Map<String, Edition.LadderVersion> ladders = new HashMap<>();
    private final Map<String, Criteria> badges = new HashMap<>();

    static Book of(RuleDraft... drafts) {
        var book = new Book();
        Arrays.stream(drafts).map(RuleDraft::make).forEach(book.rules::add);
        return book;
    }

    Book and(RuleDraft draft) {
        rules.add(draft.make());
        return this;
    }

    Book cap(String key, long most, Per per, String... ofRules) {
        return limit(key, new Limit(Limit.Type.CAP, "POINTS", List.of(ofRules), most, per, "UTC"));
    }

    Book floor(String key, long least, String... ofRules) {
        return limit(
                key,
                new Limit(Limit.Type.FLOOR, "POINTS", List.of(ofRules), least, Per.EVER, "UTC"));
    }

    Book limit(String key, Limit limit) {
        limits.put(key, limit);
        return this;
    }

    Book ladder(String key, Ladder ladder) {
        ladders.put(key, new Edition.LadderVersion("ldv_" + key, ladder));
        return this;
    }

    Book badge(String key, Criteria criteria) {
        badges.put(key, criteria);
        return this;
    }

    Edition edition(long number) {
        return Edition.of(number, rules, limits, ladders, badges);
    }

    Rulebook rulebook() {
        return new Rulebook(List.of(edition(1)));
    }

    /** Bronze from 0, silver from 100, gold from 300; all multiply by 1. */
    static List<Ladder.Tier> tiers() {
        return tiers("1", "1", "1");
    }

    static List<Ladder.Tier> tiers(String bronze, String silver, String gold) {
        return List.of(
                tier("bronze", 0, 100L, bronze),
                tier("silver", 100, 300L, silver),
                tier("gold", 300, null, gold));
    }

    private static Ladder.Tier tier(String key, long from, Long until, String multiplier) {
        return new Ladder.Tier(key, key, from, until, new BigDecimal(multiplier), List.of());
    }

    static Ladder rolling(int days, int grace) {
        return new Ladder("POINTS", days, null, grace, "UTC", tiers());
    }

    static Ladder by(Per per, int grace) {
        return new Ladder("POINTS", null, per, grace, "UTC", tiers());
    }
}
