package dev.grapevine.graph.earning;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;
import static dev.grapevine.graph.testing.TestEarningRules.budgeted;
import static dev.grapevine.graph.testing.TestEarningRules.capped;
import static dev.grapevine.graph.testing.TestEarningRules.did;
import static dev.grapevine.graph.testing.TestEarningRules.gives;
import static dev.grapevine.graph.testing.TestEarningRules.rule;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.activity.CancelActivity;
import dev.grapevine.graph.activity.RecordActivity;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.earning.config.ConfigVersion;
import dev.grapevine.graph.earning.config.DraftRule;
import dev.grapevine.graph.earning.config.SetTierSet;
import dev.grapevine.graph.earning.engine.EvaluationResult;
import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.earning.rule.Cap;
import dev.grapevine.graph.earning.rule.Condition;
import dev.grapevine.graph.earning.rule.Period;
import dev.grapevine.graph.earning.rule.PointsFormula;
import dev.grapevine.graph.earning.rule.RuleSpec;
import dev.grapevine.graph.earning.rule.TierSet;
import dev.grapevine.graph.earning.simulation.SimulateActivity;
import dev.grapevine.graph.earning.simulation.SimulatedActivity;
import dev.grapevine.graph.earning.simulation.Simulations;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.ledger.currency.Currency;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestEarningRules;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;

@GraphTest
class SimulatedActivityIT {

    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-03-02T12:00:00Z");

    @Autowired TestEarningRules testEarningRules;

    @Autowired Simulations simulations;

    @Autowired TestBrand testBrand;

    @Autowired Driver driver;

    Brand brand;
    Customer ada;

    @BeforeEach
    void setUp() {
        brand = testBrand.newBrand();
        ada = testBrand.enrol(brand, "ada");
        testEarningRules.kinds(brand, List.of(), "review.posted", "order.paid");
    }

    private ConfigVersion draft(Brand of, String key, RuleSpec spec) {
        return succeeded(
                testEarningRules.rules.draft(
                        call(), of.key(), new DraftRule(key, key, spec), new Validation()));
    }

    private SimulatedActivity simulated(RecordActivity activity, String... drafts) {
        var command = new SimulateActivity(activity, List.of(drafts));
        return succeeded(simulations.simulate(Caller.SYSTEM, brand.key(), command));
    }

    private List<String> rejected(RecordActivity activity, List<String> drafts) {
        var command = new SimulateActivity(activity, drafts);
        return rejections(simulations.simulate(Caller.SYSTEM, brand.key(), command));
    }

    private static RecordActivity review(String id, OffsetDateTime at) {
        return did(id, "review.posted", "ada", at);
    }

    /** Snapshot of the nodes of the brand, and counts of all nodes and relationships. */
    private List<Object> database() {
        try (var session = driver.session()) {
            var nodes =
                    session.run(
                                    """
                                    MATCH (n) WHERE n.brandId = $brand OR n.id = $brand
                                    RETURN count(*) AS many, collect(elementId(n) + labels(n)[0] + toString(COUNT { (n)--() })) AS each,
                                      collect(properties(n)) AS all
                                    """,
                                    Map.of("brand", brand.id()))
                            .single();
            var allNodes = session.run("MATCH (n) RETURN count(*) AS nodes").single();
            var relationships =
                    session.run("MATCH ()-[r]->() RETURN count(*) AS relationships").single();
            return List.of(
                    nodes.get("many").asLong(),
                    nodes.get("each").asList(),
                    nodes.get("all").asList(value -> value.asMap().toString()).hashCode(),
                    allNodes.get("nodes").asLong(),
                    relationships.get("relationships").asLong());
        }
    }

    @Test
    void writesNothing() {
        testEarningRules.publish(brand, "reviews", gives(10, "review.posted"));
        testEarningRules.badge(brand, "critic", badge(2));
        testEarningRules.record(brand, review("r1", MONDAY));
        var draft = draft(brand, "more", gives(1, "review.posted"));
        var before = database();
        var simulated = simulated(review("r2", MONDAY.plusHours(1)), draft.id());
        assertThat(simulated.result().pointsEffects()).hasSize(2);
        assertThat(simulated.result().badgeEffects()).hasSize(1);
        assertThat(database()).isEqualTo(before);
        assertThat(testEarningRules.balance(ada)).isEqualTo(10);
    }

    private static BadgeCriteria badge(long threshold) {
        return new BadgeCriteria(
                List.of(new BadgeCriteria.WeightedKind("review.posted", 1)),
                null,
                BadgeCriteria.Measure.COUNT,
                BadgeCriteria.MeasurePeriod.ALL_TIME,
                false,
                List.of(new BadgeCriteria.Level("One", threshold)),
                false,
                "UTC");
    }

    @Test
    void tracesEachRuleOfTheKind() {
        testEarningRules.publish(brand, "reviews", gives(10, "review.posted"));
        testEarningRules.publish(
                brand,
                "third",
                rule(
                        new PointsFormula.Fixed(3),
                        new Condition.NthOfKind(3, false),
                        "review.posted"));
        testEarningRules.publish(brand, "orders", gives(5, "order.paid"));
        testEarningRules.record(brand, review("r1", MONDAY));
        var ruleTraces = simulated(review("r2", MONDAY.plusHours(1))).result().traces();
        assertThat(ruleTraces)
                .extracting(EvaluationResult.RuleTrace::ruleKey)
                .containsExactlyInAnyOrder("reviews", "third");
        assertThat(ruleTraces)
                .filteredOn(EvaluationResult.RuleTrace::hasFired)
                .singleElement()
                .satisfies(
                        ruleTrace -> {
                            assertThat(ruleTrace.amount()).isEqualTo(10);
                            assertThat(ruleTrace.reasons()).contains("10 for each activity");
                        });
        assertThat(ruleTraces)
                .filteredOn(ruleTrace -> !ruleTrace.hasFired())
                .singleElement()
                .satisfies(
                        ruleTrace ->
                                assertThat(ruleTrace.reasons())
                                        .singleElement()
                                        .asString()
                                        .contains("it is number 3 of its kind")
                                        .contains("(actual value: 2)"));
    }

    @Test
    void evaluatesDraftsInPlaceOfPublishedVersions() {
        var published = testEarningRules.publish(brand, "reviews", gives(10, "review.posted"));
        var instead = draft(brand, "reviews", gives(25, "review.posted"));
        var besides = draft(brand, "extra", gives(1, "review.posted"));
        assertThat(pointsEffects(simulated(review("r1", MONDAY)))).containsOnlyKeys(published.id());
        assertThat(pointsEffects(simulated(review("r1", MONDAY), instead.id(), besides.id())))
                .isEqualTo(Map.of(instead.id(), 25L, besides.id(), 1L));
    }

    private static Map<String, Long> pointsEffects(SimulatedActivity simulated) {
        return simulated.result().pointsEffects().stream()
                .collect(
                        toMap(
                                EvaluationResult.PointsEffect::ruleVersionId,
                                EvaluationResult.PointsEffect::amount));
    }

    @Test
    void returnsCorrectionsOfOtherActivitiesForALateOne() {
        testEarningRules.publish(
                brand, "reviews", capped(gives(10, "review.posted"), new Cap(15, Period.DAY)));
        testEarningRules.record(brand, review("r2", MONDAY), review("r3", MONDAY.plusHours(1)));
        var simulated = simulated(review("r1", MONDAY.minusHours(1)));
        assertThat(pointsEffects(simulated).values()).containsExactly(10L);
        assertThat(simulated.corrections()).isEqualTo(Map.of(Currency.STANDARD, -10L));
        testEarningRules.record(brand, review("r1", MONDAY.minusHours(1)));
        assertThat(testEarningRules.balance(ada)).isEqualTo(15);
        assertThat(simulated(review("r4", MONDAY.plusDays(1))).corrections()).isEmpty();
    }

    @Test
    void givesAtMostTheRemainingBudget() {
        testEarningRules.publish(brand, "reviews", budgeted(gives(10, "review.posted"), 15));
        assertThat(pointsEffects(simulated(review("r1", MONDAY))).values()).containsExactly(10L);
        testEarningRules.record(brand, review("r1", MONDAY));
        var next = simulated(review("r2", MONDAY.plusHours(1)));
        assertThat(pointsEffects(next).values()).containsExactly(5L);
        assertThat(next.corrections()).isEmpty();
    }

    @Test
    void givesEarlierActivitiesNothingFromTheRemainingBudget() {
        testBrand.enrol(brand, "grace");
        testEarningRules.publish(brand, "reviews", budgeted(gives(10, "review.posted"), 15));
        var first = testEarningRules.record(brand, did("g1", "review.posted", "grace", MONDAY));
        testEarningRules.record(brand, review("r1", MONDAY), review("r2", MONDAY.plusHours(1)));
        assertThat(testEarningRules.balance(ada)).isEqualTo(5);
        succeeded(
                testEarningRules.activities.cancel(
                        call(), new CancelActivity(first.getFirst().id(), "Spam")));
        var next = simulated(review("r3", MONDAY.plusHours(2)));
        assertThat(pointsEffects(next).values()).containsExactly(10L);
        assertThat(next.corrections()).isEmpty();
        testEarningRules.record(brand, review("r3", MONDAY.plusHours(2)));
        assertThat(testEarningRules.balance(ada)).isEqualTo(15);
    }

    @Test
    void lateActivityTakesNoBudgetFromOtherActivities() {
        testEarningRules.publish(brand, "reviews", budgeted(gives(10, "review.posted"), 15));
        testEarningRules.record(brand, review("r1", MONDAY), review("r2", MONDAY.plusHours(1)));
        var late = simulated(review("r0", MONDAY.minusHours(1)));
        assertThat(late.result().pointsEffects()).isEmpty();
        assertThat(late.corrections()).isEmpty();
    }

    @Test
    void returnsTheTiersAfterTheActivity() {
        testEarningRules.publish(brand, "reviews", gives(10, "review.posted"));
        var tiers =
                List.of(
                        new TierSet.Tier("low", "Low", 0, 20L, BigDecimal.ONE, List.of()),
                        new TierSet.Tier("high", "High", 20, null, BigDecimal.TWO, List.of()));
        var tierSet = new TierSet(Currency.STANDARD, 3_660, null, 0, "UTC", tiers);
        succeeded(
                testEarningRules.rules.set(
                        call(), brand.key(), new SetTierSet("status", "Status", tierSet)));
        testEarningRules.record(brand, review("r1", MONDAY));
        assertThat(simulated(review("r2", MONDAY.plusHours(1))).tiers())
                .singleElement()
                .satisfies(it -> assertThat(it.status().tier().key()).isEqualTo("high"));
    }

    @Test
    void rejectsInvalidActivitiesAndUnknownDrafts() {
        var foreign = testBrand.newBrand();
        testEarningRules.kinds(foreign, List.of(), "review.posted");
        var theirs = draft(foreign, "reviews", gives(10, "review.posted"));
        var own = draft(brand, "reviews", gives(10, "review.posted"));
        var other = draft(brand, "reviews", gives(11, "review.posted"));
        var fine = review("r1", MONDAY);
        assertThat(rejected(did("r1", "no.such", "ada", MONDAY), List.of()))
                .containsExactly("KIND_NOT_FOUND");
        assertThat(rejected(did("r1", "review.posted", "nobody", MONDAY), List.of()))
                .containsExactly("CUSTOMER_NOT_FOUND");
        assertThat(rejected(fine, List.of("rlv_none")))
                .isEqualTo(rejected(fine, List.of(theirs.id())))
                .containsExactly("RULE_NOT_FOUND");
        assertThat(rejected(fine, Collections.nCopies(21, own.id())))
                .containsExactly("INVALID_INPUT");
        assertThat(rejected(fine, List.of(own.id(), own.id()))).containsExactly("INVALID_INPUT");
        assertThat(rejected(fine, List.of(own.id(), other.id()))).containsExactly("INVALID_INPUT");
    }
}
