package dev.grapevine.graph.earning;

import static dev.grapevine.graph.testing.Programme.budgeted;
import static dev.grapevine.graph.testing.Programme.capped;
import static dev.grapevine.graph.testing.Programme.did;
import static dev.grapevine.graph.testing.Programme.gives;
import static dev.grapevine.graph.testing.Programme.rule;
import static dev.grapevine.graph.testing.World.call;
import static dev.grapevine.graph.testing.World.done;
import static dev.grapevine.graph.testing.World.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.course.Verdict;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.engagement.RecordActivity;
import dev.grapevine.graph.engagement.WithdrawActivity;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.points.Currency;
import dev.grapevine.graph.rule.Amount;
import dev.grapevine.graph.rule.Cap;
import dev.grapevine.graph.rule.Condition;
import dev.grapevine.graph.rule.Criteria;
import dev.grapevine.graph.rule.Ladder;
import dev.grapevine.graph.rule.Per;
import dev.grapevine.graph.rule.RuleSpec;
import dev.grapevine.graph.rulebook.Decision;
import dev.grapevine.graph.rulebook.DefineLadder;
import dev.grapevine.graph.rulebook.DraftRule;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.Programme;
import dev.grapevine.graph.testing.World;

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

    @Autowired Programme programme;

    @Autowired Simulations simulations;

    @Autowired World world;

    @Autowired Driver driver;

    Brand brand;
    Customer ada;

    @BeforeEach
    void setUp() {
        brand = world.newBrand();
        ada = world.enrol(brand, "ada");
        programme.kinds(brand, List.of(), "review.posted", "order.paid");
    }

    private Decision draft(Brand of, String key, RuleSpec spec) {
        return done(programme.rules.draft(call(), of.key(), new DraftRule(key, key, spec)));
    }

    private SimulatedActivity simulated(RecordActivity activity, String... drafts) {
        var command = new SimulateActivity(activity, List.of(drafts));
        return done(simulations.simulate(Caller.GRAPEVINE, brand.key(), command));
    }

    private List<String> refused(RecordActivity activity, List<String> drafts) {
        var command = new SimulateActivity(activity, drafts);
        return refusals(simulations.simulate(Caller.GRAPEVINE, brand.key(), command));
    }

    private static RecordActivity review(String id, OffsetDateTime at) {
        return did(id, "review.posted", "ada", at);
    }

    /** All that is in the database, in short. */
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
            var every = session.run("MATCH (n) RETURN count(*) AS nodes").single();
            var ties = session.run("MATCH ()-[r]->() RETURN count(*) AS ties").single();
            return List.of(
                    nodes.get("many").asLong(),
                    nodes.get("each").asList(),
                    nodes.get("all").asList(value -> value.asMap().toString()).hashCode(),
                    every.get("nodes").asLong(),
                    ties.get("ties").asLong());
        }
    }

    @Test
    void writesNothing() {
        programme.publish(brand, "reviews", gives(10, "review.posted"));
        programme.badge(brand, "critic", badge(2));
        programme.record(brand, review("r1", MONDAY));
        var draft = draft(brand, "more", gives(1, "review.posted"));
        var before = database();
        var simulated = simulated(review("r2", MONDAY.plusHours(1)), draft.id());
        assertThat(simulated.verdict().gains()).hasSize(2);
        assertThat(simulated.verdict().honours()).hasSize(1);
        assertThat(database()).isEqualTo(before);
        assertThat(programme.balance(ada)).isEqualTo(10);
    }

    private static Criteria badge(long threshold) {
        return new Criteria(
                List.of(new Criteria.Counted("review.posted", 1)),
                null,
                Criteria.Measure.COUNT,
                Criteria.Partition.ALL_TIME,
                false,
                List.of(new Criteria.Level("One", threshold)),
                false,
                "UTC");
    }

    @Test
    void saysForEachRuleWhyItFiresOrNot() {
        programme.publish(brand, "reviews", gives(10, "review.posted"));
        programme.publish(
                brand,
                "third",
                rule(new Amount.Fixed(3), new Condition.NthOfKind(3, false), "review.posted"));
        programme.publish(brand, "orders", gives(5, "order.paid"));
        programme.record(brand, review("r1", MONDAY));
        var findings = simulated(review("r2", MONDAY.plusHours(1))).verdict().findings();
        assertThat(findings)
                .extracting(Verdict.Finding::ruleKey)
                .containsExactlyInAnyOrder("reviews", "third");
        assertThat(findings)
                .filteredOn(Verdict.Finding::hasFired)
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.amount()).isEqualTo(10);
                            assertThat(finding.reasons()).contains("10 for each activity");
                        });
        assertThat(findings)
                .filteredOn(finding -> !finding.hasFired())
                .singleElement()
                .satisfies(
                        finding ->
                                assertThat(finding.reasons())
                                        .singleElement()
                                        .asString()
                                        .contains("it is the 3. of its kind")
                                        .contains("it is the 2."));
    }

    @Test
    void hasDraftsInForceAndInPlaceOfWhatIsPublished() {
        var published = programme.publish(brand, "reviews", gives(10, "review.posted"));
        var instead = draft(brand, "reviews", gives(25, "review.posted"));
        var besides = draft(brand, "extra", gives(1, "review.posted"));
        assertThat(gains(simulated(review("r1", MONDAY)))).containsOnlyKeys(published.id());
        assertThat(gains(simulated(review("r1", MONDAY), instead.id(), besides.id())))
                .isEqualTo(Map.of(instead.id(), 25L, besides.id(), 1L));
    }

    private static Map<String, Long> gains(SimulatedActivity simulated) {
        return simulated.verdict().gains().stream()
                .collect(toMap(Verdict.Gain::ruleVersionId, Verdict.Gain::amount));
    }

    @Test
    void showsWhatALateActivityChangesForOthers() {
        programme.publish(
                brand, "reviews", capped(gives(10, "review.posted"), new Cap(15, Per.DAY)));
        programme.record(brand, review("r2", MONDAY), review("r3", MONDAY.plusHours(1)));
        var simulated = simulated(review("r1", MONDAY.minusHours(1)));
        assertThat(gains(simulated).values()).containsExactly(10L);
        assertThat(simulated.corrections()).isEqualTo(Map.of(Currency.STANDARD, -10L));
        programme.record(brand, review("r1", MONDAY.minusHours(1)));
        assertThat(programme.balance(ada)).isEqualTo(15);
        assertThat(simulated(review("r4", MONDAY.plusDays(1))).corrections()).isEmpty();
    }

    @Test
    void givesWhatIsLeftOfABudget() {
        programme.publish(brand, "reviews", budgeted(gives(10, "review.posted"), 15));
        assertThat(gains(simulated(review("r1", MONDAY))).values()).containsExactly(10L);
        programme.record(brand, review("r1", MONDAY));
        var next = simulated(review("r2", MONDAY.plusHours(1)));
        assertThat(gains(next).values()).containsExactly(5L);
        assertThat(next.corrections()).isEmpty();
    }

    @Test
    void givesNothingToThoseBeforeOfWhatIsLeftOfABudgetByNow() {
        world.enrol(brand, "grace");
        programme.publish(brand, "reviews", budgeted(gives(10, "review.posted"), 15));
        var first = programme.record(brand, did("g1", "review.posted", "grace", MONDAY));
        programme.record(brand, review("r1", MONDAY), review("r2", MONDAY.plusHours(1)));
        assertThat(programme.balance(ada)).isEqualTo(5);
        done(
                programme.activities.withdraw(
                        call(), new WithdrawActivity(first.getFirst().id(), "Spam")));
        var next = simulated(review("r3", MONDAY.plusHours(2)));
        assertThat(gains(next).values()).containsExactly(10L);
        assertThat(next.corrections()).isEmpty();
        programme.record(brand, review("r3", MONDAY.plusHours(2)));
        assertThat(programme.balance(ada)).isEqualTo(15);
    }

    @Test
    void showsThatALateActivityTakesNothingOfABudgetFromOthers() {
        programme.publish(brand, "reviews", budgeted(gives(10, "review.posted"), 15));
        programme.record(brand, review("r1", MONDAY), review("r2", MONDAY.plusHours(1)));
        var late = simulated(review("r0", MONDAY.minusHours(1)));
        assertThat(late.verdict().gains()).isEmpty();
        assertThat(late.corrections()).isEmpty();
    }

    @Test
    void saysWhereTheCustomerWouldStand() {
        programme.publish(brand, "reviews", gives(10, "review.posted"));
        var tiers =
                List.of(
                        new Ladder.Tier("low", "Low", 0, 20L, BigDecimal.ONE, List.of()),
                        new Ladder.Tier("high", "High", 20, null, BigDecimal.TWO, List.of()));
        var ladder = new Ladder(Currency.STANDARD, 3_660, null, 0, "UTC", tiers);
        done(
                programme.rules.define(
                        call(), brand.key(), new DefineLadder("status", "Status", ladder)));
        programme.record(brand, review("r1", MONDAY));
        assertThat(simulated(review("r2", MONDAY.plusHours(1))).standings())
                .singleElement()
                .satisfies(it -> assertThat(it.standing().tier().key()).isEqualTo("high"));
    }

    @Test
    void refusesWhatRecordingWouldRefuseAndUnknownDrafts() {
        var foreign = world.newBrand();
        programme.kinds(foreign, List.of(), "review.posted");
        var theirs = draft(foreign, "reviews", gives(10, "review.posted"));
        var own = draft(brand, "reviews", gives(10, "review.posted"));
        var other = draft(brand, "reviews", gives(11, "review.posted"));
        var fine = review("r1", MONDAY);
        assertThat(refused(did("r1", "no.such", "ada", MONDAY), List.of()))
                .containsExactly("KIND_NOT_FOUND");
        assertThat(refused(did("r1", "review.posted", "nobody", MONDAY), List.of()))
                .containsExactly("CUSTOMER_NOT_FOUND");
        assertThat(refused(fine, List.of("rlv_none")))
                .isEqualTo(refused(fine, List.of(theirs.id())))
                .containsExactly("RULE_NOT_FOUND");
        assertThat(refused(fine, Collections.nCopies(21, own.id())))
                .containsExactly("INVALID_INPUT");
        assertThat(refused(fine, List.of(own.id(), own.id()))).containsExactly("INVALID_INPUT");
        assertThat(refused(fine, List.of(own.id(), other.id()))).containsExactly("INVALID_INPUT");
    }
}
