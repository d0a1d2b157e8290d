package dev.grapevine.graph.earning.explain;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.succeeded;
import static dev.grapevine.graph.testing.TestEarningRules.gives;
import static dev.grapevine.graph.testing.TestEarningRules.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.activity.CancelActivity;
import dev.grapevine.graph.activity.RecordActivity;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.earning.engine.EvaluationResult.RuleTrace;
import dev.grapevine.graph.earning.rule.Condition;
import dev.grapevine.graph.earning.rule.Period;
import dev.grapevine.graph.earning.rule.PointsFormula;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestEarningRules;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

/** Why an activity earned what it earned, or nothing. */
@GraphTest
class ActivityExplanationsIT {

    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-03-02T12:00:00Z");

    @Autowired TestEarningRules testEarningRules;

    @Autowired ActivityExplanations explanations;

    @Autowired TestBrand testBrand;

    Brand brand;
    Customer ada;

    @BeforeEach
    void setUp() {
        brand = testBrand.newBrand();
        ada = testBrand.enrol(brand, "ada");
        testEarningRules.kinds(brand, List.of(), "answer.voted");
    }

    private Activity voted(String id, int points, OffsetDateTime at) {
        return testEarningRules
                .tryRecord(
                        brand,
                        List.of(
                                new RecordActivity(
                                        id, "answer.voted", "ada", null, at, points, null)))
                .stream()
                .map(TestBrand::succeeded)
                .findFirst()
                .orElseThrow();
    }

    private List<RuleTrace> tracesOf(Activity activity) {
        return explanations.explain(Caller.SYSTEM, activity.id()).orElseThrow().ruleTraces();
    }

    private void publishKarma() {
        testEarningRules.publish(
                brand,
                "karma",
                rule(new PointsFormula.PerQuantity(BigDecimal.ONE), null, "answer.voted"));
        testEarningRules.cap(brand, "karma-a-day", 200, Period.DAY, "karma");
    }

    @Test
    void zeroHasItsReason() {
        publishKarma();
        voted("v1", 286, MONDAY);
        var down = voted("v2", -2, MONDAY.plusHours(1));
        assertThat(testEarningRules.entries(ada)).hasSize(1);
        assertThat(tracesOf(down))
                .singleElement()
                .satisfies(
                        trace -> {
                            assertThat(trace.hasFired()).isTrue();
                            assertThat(trace.amount()).isZero();
                            assertThat(trace.reasons())
                                    .containsExactly(
                                            "1 for each of -2",
                                            "Reduced to 0 by the limit “karma-a-day”: the sum is"
                                                    + " 86 above 200 a day, which are deducted"
                                                    + " first");
                        });
    }

    @Test
    void followsWhatALateActivityChanged() {
        publishKarma();
        var afternoon = voted("v1", 150, MONDAY);
        assertThat(tracesOf(afternoon)).extracting(RuleTrace::amount).containsExactly(150L);
        voted("v2", 180, MONDAY.minusHours(3));
        assertThat(tracesOf(afternoon)).extracting(RuleTrace::amount).containsExactly(20L);
        assertThat(testEarningRules.balance(ada)).isEqualTo(200);
    }

    @Test
    void saysWhyARuleDidNotFire() {
        testEarningRules.publish(
                brand,
                "friends",
                rule(new PointsFormula.Fixed(10), new Condition.HasReferrer(), "answer.voted"));
        assertThat(tracesOf(voted("v1", 1, MONDAY)))
                .singleElement()
                .satisfies(
                        trace -> {
                            assertThat(trace.hasFired()).isFalse();
                            assertThat(trace.reasons()).isNotEmpty();
                        });
    }

    @Test
    void rulesAreThoseOfTheTimeOfRecording() {
        testEarningRules.publish(brand, "votes", gives(10, "answer.voted"));
        var before = voted("v1", 1, MONDAY);
        testEarningRules.publish(brand, "votes", gives(30, "answer.voted"));
        assertThat(tracesOf(before)).extracting(RuleTrace::amount).containsExactly(10L);
        assertThat(tracesOf(voted("v2", 1, MONDAY.plusDays(1))))
                .extracting(RuleTrace::amount)
                .containsExactly(30L);
    }

    @Test
    void cancelledActivityHasNoTraces() {
        publishKarma();
        var activity = voted("v1", 5, MONDAY);
        succeeded(
                testEarningRules.activities.cancel(
                        call(), new CancelActivity(activity.id(), "Counted twice")));
        assertThat(explanations.explain(Caller.SYSTEM, activity.id()).orElseThrow())
                .satisfies(
                        it -> {
                            assertThat(it.ruleTraces()).isEmpty();
                            assertThat(it.activity().cancellationReason())
                                    .isEqualTo("Counted twice");
                        });
    }

    @Test
    void isHiddenFromPartnersOfOtherBrands() {
        publishKarma();
        var activity = voted("v1", 5, MONDAY);
        var partner = new Caller("partner", testBrand.newBrand().id());
        assertThat(explanations.explain(partner, activity.id())).isEmpty();
        assertThat(explanations.explain(Caller.SYSTEM, "act_unknown")).isEmpty();
    }
}
