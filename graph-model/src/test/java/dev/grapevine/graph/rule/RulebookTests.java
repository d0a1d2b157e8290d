package dev.grapevine.graph.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

class RulebookTests {

    private static Rule rule(String key, int priority, Condition when, String... kinds) {
        var spec =
                new RuleSpec(
                        List.of(kinds),
                        when,
                        null,
                        new Multiplier(BigDecimal.TWO, List.of()),
                        null,
                        priority,
                        null,
                        List.of(),
                        null,
                        "UTC",
                        null,
                        null);
        return Rule.of("rlv_" + key, key, key, 1, spec);
    }

    private static Condition orders(Integer days, String... kinds) {
        return new Condition.Figure(
                new Aggregate(Aggregate.Type.COUNT, List.of(kinds), days),
                Comparison.AT_LEAST,
                BigDecimal.ONE);
    }

    private static Edition edition(long number, Rule... rules) {
        return Edition.of(number, List.of(rules), Map.of(), Map.of(), Map.of());
    }

    private static Criteria badge(Criteria.Measure measure, Criteria.Partition partition) {
        return new Criteria(
                List.of(new Criteria.Counted("order", 1)),
                null,
                measure,
                partition,
                false,
                List.of(new Criteria.Level("One", 1)),
                false,
                "UTC");
    }

    private static Edition withBadge(Criteria criteria) {
        return Edition.of(1, List.of(), Map.of(), Map.of(), Map.of("fan", criteria));
    }

    @Test
    void rulesStandByPriorityThenByKey() {
        var edition =
                edition(
                        1,
                        rule("b", 0, null, "order"),
                        rule("c", 5, null, "order"),
                        rule("a", 0, null, "order"),
                        rule("d", -5, null, "order"));
        assertThat(edition.rulesFor("order"))
                .extracting(Rule::key)
                .containsExactly("c", "a", "b", "d");
    }

    @Test
    void kindThatIsNamedTwiceIsListenedToOnce() {
        assertThat(edition(1, rule("a", 0, null, "order", "order")).rulesFor("order")).hasSize(1);
    }

    @Test
    void kindThatNobodyListensToHasNoRules() {
        assertThat(edition(1, rule("a", 0, null, "order")).rulesFor("visit")).isEmpty();
    }

    @Test
    void editionInForceIsTheLatestUpToTheNumber() {
        var rulebook = new Rulebook(List.of(edition(5), edition(2)));
        assertThat(List.of(0L, 1L, 2L, 4L, 5L, 9L))
                .extracting(number -> rulebook.at(number).number())
                .containsExactly(0L, 0L, 2L, 2L, 5L, 5L);
        assertThat(rulebook.latest().number()).isEqualTo(5);
    }

    @Test
    void sameFigureIsKeptOnceWhateverTheOrderOfItsKinds() {
        var rulebook =
                new Rulebook(
                        List.of(
                                edition(
                                        1,
                                        rule("a", 0, orders(7, "order", "visit"), "order"),
                                        rule("b", 0, orders(7, "visit", "order"), "order")),
                                edition(
                                        2,
                                        rule("c", 0, orders(7, "visit", "order", "visit"), "x"))));
        assertThat(rulebook.figuresOf("order")).hasSize(1);
        assertThat(rulebook.figuresOf("visit")).isEqualTo(rulebook.figuresOf("order"));
    }

    @Test
    void figuresOfAllEditionsAreKept() {
        var rulebook =
                new Rulebook(
                        List.of(
                                edition(1, rule("a", 0, orders(7, "order"), "order")),
                                edition(2, rule("a", 0, orders(8, "order"), "order")),
                                edition(3)));
        assertThat(rulebook.figuresOf("order")).hasSize(2);
    }

    @Test
    void figuresAreFoundInsideOfOtherConditions() {
        var nested =
                new Condition.Not(
                        new Condition.Any(
                                List.of(
                                        new Condition.All(List.of(orders(7, "order"))),
                                        new Condition.NthOfKind(3, true))));
        var rulebook = new Rulebook(List.of(edition(1, rule("a", 0, nested, "order", "visit"))));
        assertThat(rulebook.figuresOf("order")).hasSize(2);
        assertThat(rulebook.figuresOf("visit")).hasSize(1);
    }

    @Test
    void signatureTellsApartWhatIsKept() {
        var none = new Rulebook(List.of(edition(1))).signature();
        var week = new Rulebook(List.of(edition(1, rule("a", 0, orders(7, "order"), "order"))));
        var month = new Rulebook(List.of(edition(1, rule("a", 0, orders(30, "order"), "order"))));
        assertThat(List.of(none, week.signature(), month.signature())).doesNotHaveDuplicates();
    }

    @Test
    void signatureTellsApartBadgesThatMeasureSomethingElse() {
        var allTime = badge(Criteria.Measure.COUNT, Criteria.Partition.ALL_TIME);
        var perDay = badge(Criteria.Measure.COUNT, Criteria.Partition.DAY);
        var days = badge(Criteria.Measure.DISTINCT_DAYS, Criteria.Partition.ALL_TIME);
        assertThat(List.of(allTime, perDay, days))
                .extracting(it -> new Rulebook(List.of(withBadge(it))).signature())
                .doesNotHaveDuplicates();
    }

    @Test
    void signatureStaysWhenOnlyWhatIsGivenChanges() {
        var one = new Rulebook(List.of(edition(1, rule("a", 0, orders(7, "order"), "order"))));
        var other =
                new Rulebook(
                        List.of(
                                edition(1, rule("a", 0, orders(7, "order"), "order")),
                                edition(2, rule("b", 9, orders(7, "order"), "order"))));
        assertThat(other.signature()).isEqualTo(one.signature());
    }

    @Test
    void signatureTellsApartWhatHasToBeInOrderTogether() {
        var alone = new Rulebook(List.of(edition(1, rule("a", 0, null, "order"))));
        var together = new Rulebook(List.of(edition(1, rule("a", 0, null, "order", "visit"))));
        assertThat(alone.strands().of("visit")).isNull();
        assertThat(together.strands().of("visit")).isEqualTo(together.strands().of("order"));
        assertThat(together.signature()).isNotEqualTo(alone.signature());
    }

    @Test
    void contributionsAreMeasuredIfABadgeOfTheLatestEditionDoes() {
        var byContribution = badge(Criteria.Measure.COUNT, Criteria.Partition.CONTRIBUTION);
        var rulebook = new Rulebook(List.of(withBadge(byContribution)));
        assertThat(rulebook.measuresContributions()).isTrue();
        assertThat(new Rulebook(List.of(withBadge(byContribution), edition(2))))
                .returns(false, Rulebook::measuresContributions);
    }
}
