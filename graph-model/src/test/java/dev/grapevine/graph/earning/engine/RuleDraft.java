package dev.grapevine.graph.earning.engine;

import dev.grapevine.graph.earning.rule.Cap;
import dev.grapevine.graph.earning.rule.Condition;
import dev.grapevine.graph.earning.rule.Multiplier;
import dev.grapevine.graph.earning.rule.Period;
import dev.grapevine.graph.earning.rule.PointsAction;
import dev.grapevine.graph.earning.rule.PointsFormula;
import dev.grapevine.graph.earning.rule.Rounding;
import dev.grapevine.graph.earning.rule.Rule;
import dev.grapevine.graph.earning.rule.RuleSpec;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Builder of a rule: 10 points for each order, unless set otherwise. */
final class RuleDraft {

    private final String key;
    private final List<Cap> caps = new ArrayList<>();
    private List<String> kinds = List.of("order");
    private @Nullable Condition when;
    private @Nullable PointsFormula formula = new PointsFormula.Fixed(10);
    private String currency = "POINTS";
    private Rounding rounding = Rounding.DOWN;
    private boolean isBonus;
    private @Nullable Multiplier multiplier;
    private @Nullable String badge;
    private int priority;
    private @Nullable String group;
    private @Nullable Long budget;
    private String timeZone = "UTC";
    private @Nullable OffsetDateTime from;
    private @Nullable OffsetDateTime until;

    private RuleDraft(String key) {
        this.key = key;
    }

    static RuleDraft rule(String key) {
        return new RuleDraft(key);
    }

    RuleDraft forKinds(String... names) {
        kinds = List.of(names);
        return this;
    }

    RuleDraft when(Condition condition) {
        when = condition;
        return this;
    }

    RuleDraft gives(long points) {
        return gives(new PointsFormula.Fixed(points));
    }

    RuleDraft gives(PointsFormula points) {
        formula = points;
        return this;
    }

    RuleDraft givesNothing() {
        formula = null;
        return this;
    }

    RuleDraft in(String code) {
        currency = code;
        return this;
    }

    RuleDraft rounded(Rounding how) {
        rounding = how;
        return this;
    }

    RuleDraft asBonus() {
        isBonus = true;
        return this;
    }

    RuleDraft times(String factor, String... rules) {
        multiplier = new Multiplier(new BigDecimal(factor), List.of(rules));
        return this;
    }

    RuleDraft awards(String key) {
        badge = key;
        return this;
    }

    RuleDraft priority(int number) {
        priority = number;
        return this;
    }

    RuleDraft oneOf(String exclusiveGroup) {
        group = exclusiveGroup;
        return this;
    }

    RuleDraft atMost(long points, Period period) {
        caps.add(new Cap(points, period));
        return this;
    }

    RuleDraft budget(long points) {
        budget = points;
        return this;
    }

    RuleDraft zone(String name) {
        timeZone = name;
        return this;
    }

    RuleDraft from(String at) {
        from = OffsetDateTime.parse(at);
        return this;
    }

    RuleDraft until(String at) {
        until = OffsetDateTime.parse(at);
        return this;
    }

    RuleSpec spec() {
        var effect =
                formula == null ? null : new PointsAction(currency, formula, rounding, isBonus);
        return new RuleSpec(
                kinds,
                when,
                effect,
                multiplier,
                badge,
                priority,
                group,
                caps,
                budget,
                timeZone,
                from,
                until);
    }

    Rule make() {
        return Rule.of("rlv_" + key, key, key, 1, spec());
    }
}
