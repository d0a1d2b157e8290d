package dev.grapevine.graph.earning;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.succeeded;
import static dev.grapevine.graph.testing.TestEarningRules.capped;
import static dev.grapevine.graph.testing.TestEarningRules.did;
import static dev.grapevine.graph.testing.TestEarningRules.gives;
import static dev.grapevine.graph.testing.TestEarningRules.rule;
import static dev.grapevine.graph.testing.TestEarningRules.times;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.activity.CancelActivity;
import dev.grapevine.graph.activity.RecordActivity;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.earning.config.DraftRule;
import dev.grapevine.graph.earning.rule.Cap;
import dev.grapevine.graph.earning.rule.Condition;
import dev.grapevine.graph.earning.rule.Period;
import dev.grapevine.graph.earning.rule.PointsFormula;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.PointsLedger;
import dev.grapevine.graph.ledger.command.ReverseEntry;
import dev.grapevine.graph.ledger.explain.Explanation;
import dev.grapevine.graph.ledger.explain.Explanations;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.LedgerInvariants;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestEarningRules;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

@GraphTest
class EarningIT {

    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-03-02T12:00:00Z");

    @Autowired TestEarningRules testEarningRules;

    @Autowired PointsLedger ledger;

    @Autowired Explanations explanations;

    @Autowired LedgerInvariants invariants;

    @Autowired TestBrand testBrand;

    Brand brand;
    Customer ada;

    @BeforeEach
    void setUp() {
        brand = testBrand.newBrand();
        ada = testBrand.enrol(brand, "ada");
        testEarningRules.kinds(
                brand, List.of(), "review.posted", "order.paid", "vote.up", "vote.down");
    }

    @AfterEach
    void theLedgerIsRight() {
        invariants.check(brand.id());
    }

    private void adaDid(String id, String kind, OffsetDateTime at) {
        testEarningRules.record(brand, did(id, kind, "ada", at));
    }

    @Test
    void postsPointsOfAPublishedRuleInTheTransactionOfTheActivity() {
        var version = testEarningRules.publish(brand, "reviews", gives(10, "review.posted"));
        adaDid("r1", "review.posted", MONDAY);
        assertThat(testEarningRules.balance(ada)).isEqualTo(10);
        assertThat(testEarningRules.entries(ada))
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.kind()).isEqualTo("EARNED");
                            assertThat(entry.ruleVersionId()).isEqualTo(version.id());
                            assertThat(entry.causedBy()).startsWith("act_");
                            assertThat(entry.effectiveAt()).isEqualTo(MONDAY);
                        });
    }

    @Test
    void givesNothingByADraftOrARetiredRule() {
        var rule = testEarningRules.publish(brand, "reviews", gives(10, "review.posted"));
        succeeded(testEarningRules.rules.retire(call(), rule.id()));
        succeeded(
                testEarningRules.rules.draft(
                        call(),
                        brand.key(),
                        new DraftRule("orders", "Orders", gives(5, "order.paid")),
                        new Validation()));
        adaDid("r1", "review.posted", MONDAY);
        adaDid("o1", "order.paid", MONDAY);
        assertThat(testEarningRules.balance(ada)).isZero();
    }

    @Test
    void evaluatesByTheVersionThatWasActiveWhenTheActivityWasRecorded() {
        testEarningRules.publish(brand, "reviews", gives(10, "review.posted"));
        adaDid("r2", "review.posted", MONDAY.plusDays(1));
        testEarningRules.publish(brand, "reviews", gives(100, "review.posted"));
        adaDid("r1", "review.posted", MONDAY);
        assertThat(testEarningRules.entries(ada))
                .extracting(PointsEntry::amount)
                .containsExactly(100L, 10L);
    }

    @Test
    void negativePointsBeyondTheBalanceBecomeDebt() {
        testEarningRules.publish(brand, "orders", gives(5, "order.paid"));
        testEarningRules.publish(brand, "down", gives(-8, "vote.down"));
        adaDid("o1", "order.paid", MONDAY);
        adaDid("d1", "vote.down", MONDAY.plusHours(1));
        assertThat(testEarningRules.wallet(ada).balance()).isZero();
        assertThat(testEarningRules.wallet(ada).debt()).isEqualTo(3);
        adaDid("o2", "order.paid", MONDAY.plusHours(2));
        assertThat(testEarningRules.balance(ada)).isEqualTo(2);
    }

    @Test
    void lateActivitiesGiveTheSamePointsAsInOrder() {
        var inOrder = history();
        setUpVotes(brand);
        replay(brand, inOrder);
        var inOrderBalance = testEarningRules.balance(ada);
        for (var seed = 0; seed < 3; seed++) {
            var other = testBrand.newBrand();
            var twin = testBrand.enrol(other, "ada");
            testEarningRules.kinds(
                    other, List.of(), "review.posted", "order.paid", "vote.up", "vote.down");
            setUpVotes(other);
            var shuffled = new ArrayList<>(inOrder);
            Collections.shuffle(shuffled, new Random(seed));
            replay(other, shuffled);
            assertThat(testEarningRules.balance(twin) - testEarningRules.wallet(twin).debt())
                    .as("seed " + seed)
                    .isEqualTo(inOrderBalance);
            invariants.check(other.id());
        }
    }

    private void setUpVotes(Brand ofBrand) {
        testEarningRules.publish(ofBrand, "up", gives(10, "vote.up"));
        testEarningRules.publish(ofBrand, "down", gives(-7, "vote.down"));
        testEarningRules.publish(
                ofBrand,
                "every-third",
                rule(new PointsFormula.Fixed(3), new Condition.NthOfKind(3, true), "vote.up"));
        testEarningRules.cap(ofBrand, "votes", 40, Period.DAY, "up", "down");
        testEarningRules.floor(ofBrand, "one", 1);
    }

    private void replay(Brand ofBrand, List<RecordActivity> reported) {
        for (var from = 0; from < reported.size(); from += 7) {
            testEarningRules
                    .tryRecord(ofBrand, reported.subList(from, Math.min(from + 7, reported.size())))
                    .forEach(TestBrand::succeeded);
        }
    }

    private static List<RecordActivity> history() {
        var random = new Random(7);
        return IntStream.range(0, 60)
                .mapToObj(
                        n ->
                                did(
                                        "v" + n,
                                        random.nextInt(3) == 0 ? "vote.down" : "vote.up",
                                        "ada",
                                        MONDAY.plusHours(n * 2L)))
                .toList();
    }

    @Test
    void activityReportedTwiceHasOneEffect() {
        testEarningRules.publish(brand, "reviews", gives(10, "review.posted"));
        adaDid("r1", "review.posted", MONDAY);
        adaDid("r1", "review.posted", MONDAY);
        assertThat(testEarningRules.balance(ada)).isEqualTo(10);
    }

    @Test
    void lateActivityThatUsesUpTheCapCorrectsLaterPoints() {
        testEarningRules.publish(
                brand, "reviews", capped(gives(10, "review.posted"), new Cap(15, Period.DAY)));
        adaDid("r2", "review.posted", MONDAY);
        adaDid("r3", "review.posted", MONDAY.plusHours(1));
        adaDid("r1", "review.posted", MONDAY.minusHours(1));
        assertThat(testEarningRules.balance(ada)).isEqualTo(15);
        assertThat(testEarningRules.entries(ada)).hasSize(5);
        assertThat(testEarningRules.entries(ada).getFirst().calculation())
                .anySatisfy(sentence -> assertThat(sentence).startsWith("Corrected from 5 to 0"));
    }

    @Test
    void cancelledActivityReversesItsPointsAndFreesTheCap() {
        testEarningRules.publish(
                brand, "reviews", capped(gives(10, "review.posted"), new Cap(15, Period.DAY)));
        var first =
                testEarningRules
                        .record(brand, did("r1", "review.posted", "ada", MONDAY))
                        .getFirst();
        adaDid("r2", "review.posted", MONDAY.plusHours(1));
        succeeded(
                testEarningRules.activities.cancel(call(), new CancelActivity(first.id(), "Spam")));
        assertThat(testEarningRules.balance(ada)).isEqualTo(10);
    }

    @Test
    void pointsReversedManuallyAreNotTakenTwice() {
        testEarningRules.publish(brand, "reviews", gives(10, "review.posted"));
        var activity =
                testEarningRules
                        .record(brand, did("r1", "review.posted", "ada", MONDAY))
                        .getFirst();
        var entry = testEarningRules.entries(ada).getFirst();
        succeeded(
                ledger.reverse(
                        call(),
                        new ReverseEntry(
                                entry.id(),
                                null,
                                ReverseEntry.RefundPolicy.RESTORE_ORIGINAL_EXPIRY,
                                "A mistake")));
        succeeded(
                testEarningRules.activities.cancel(
                        call(), new CancelActivity(activity.id(), "Spam")));
        assertThat(testEarningRules.balance(ada)).isZero();
        assertThat(testEarningRules.wallet(ada).debt()).isZero();
    }

    @Test
    void multipliesAndExplainsTheFactors() {
        testEarningRules.publish(
                brand,
                "orders",
                rule(
                        new PointsFormula.PerValue(BigDecimal.ONE, BigDecimal.ONE),
                        null,
                        "order.paid"));
        testEarningRules.publish(brand, "double", times("2", null, "order.paid"));
        testEarningRules.cap(brand, "orders-cap", 30, Period.MONTH, "orders");
        var paid =
                new RecordActivity(
                        "o1", "order.paid", "ada", null, MONDAY, 1, new BigDecimal("17.99"));
        testEarningRules.record(brand, paid);
        assertThat(testEarningRules.balance(ada)).isEqualTo(30);
        var explained =
                explanations.explain(Caller.SYSTEM, testEarningRules.entries(ada).getFirst().id());
        assertThat(explained.orElseThrow().steps())
                .filteredOn(step -> step.kind() == Explanation.Kind.RULE)
                .extracting(Explanation.Step::sentence)
                .containsExactly(
                        "Rule “orders” (orders, version 1) for order.paid",
                        "1 for each 1 of 17.99",
                        "Times 2 by rule double",
                        "Rounded to 35",
                        "Reduced to 30 by the limit “orders-cap”: at most 30 a month");
    }

    @Test
    void concurrentReportsOfAnActivityGivePointsOnce() throws Exception {
        testEarningRules.publish(
                brand, "reviews", capped(gives(10, "review.posted"), new Cap(95, Period.DAY)));
        var reported =
                IntStream.range(0, 20)
                        .mapToObj(n -> did("r" + n, "review.posted", "ada", MONDAY.plusMinutes(n)))
                        .toList();
        race(
                IntStream.range(0, 6)
                        .mapToObj(
                                n ->
                                        (Callable<Object>)
                                                () -> {
                                                    var mine = new ArrayList<>(reported);
                                                    Collections.shuffle(mine, new Random(n));
                                                    return testEarningRules.tryRecord(brand, mine);
                                                })
                        .toList());
        assertThat(testEarningRules.balance(ada)).isEqualTo(95);
    }
}
