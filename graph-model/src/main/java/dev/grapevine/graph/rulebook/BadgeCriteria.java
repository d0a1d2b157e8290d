package dev.grapevine.graph.rulebook;

import dev.grapevine.graph.engagement.ActivityKinds;
import dev.grapevine.graph.kernel.Inputs;
import dev.grapevine.graph.rule.Criteria;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Set;

/** Checks what it takes to earn a badge. */
@Component
public class BadgeCriteria {

    private final ActivityKinds kinds;
    private final Rulebooks rulebooks;

    BadgeCriteria(ActivityKinds kinds, Rulebooks rulebooks) {
        this.kinds = kinds;
        this.rulebooks = rulebooks;
    }

    /**
     * Notes what is wrong with a badge. A brand that has defined no kinds of activities may count
     * any.
     *
     * @param criteria null for a badge that is only awarded by hand
     */
    public void check(
            Inputs inputs, String brandId, String key, String name, @Nullable Criteria criteria) {
        var check =
                new SpecCheck(
                                kinds.known(brandId),
                                Set.of(),
                                rulebooks.of(brandId).latest(),
                                inputs)
                        .named(key, name);
        if (criteria != null) {
            check.badge(criteria);
        }
    }

    /** The same, with the values of fields as activities have them. */
    public Criteria canonical(String brandId, Criteria criteria) {
        var of = criteria.counts().stream().map(Criteria.Counted::kind).toList();
        var fields = new CanonicalFields(kinds.known(brandId), of);
        return criteria.when(fields.in(criteria.when()));
    }
}
