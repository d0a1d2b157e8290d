package dev.grapevine.graph.earning;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;
import static dev.grapevine.graph.testing.TestEarningRules.budgeted;
import static dev.grapevine.graph.testing.TestEarningRules.did;
import static dev.grapevine.graph.testing.TestEarningRules.gives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.grapevine.graph.activity.RecordActivity;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.customer.EnrolCustomer;
import dev.grapevine.graph.earning.config.DraftRule;
import dev.grapevine.graph.earning.rule.RuleSpec;
import dev.grapevine.graph.earning.simulation.RuleSimulation;
import dev.grapevine.graph.earning.simulation.RuleSimulation.Difference;
import dev.grapevine.graph.earning.simulation.Simulations;
import dev.grapevine.graph.earning.simulation.StartRuleSimulation;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.ledger.currency.Currency;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestEarningRules;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;

@GraphTest
class SimulatedRulesIT {

    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-03-02T12:00:00Z");
    private static final OffsetDateTime ALWAYS = OffsetDateTime.parse("1970-01-01T00:00:00Z");
    private static final OffsetDateTime EVER = OffsetDateTime.parse("2199-01-01T00:00:00Z");

    @Autowired TestEarningRules testEarningRules;

    @Autowired Simulations simulations;

    @Autowired Customers customers;

    @Autowired TestBrand testBrand;

    Brand brand;

    @BeforeEach
    void setUp() {
        brand = testBrand.newBrand();
        testEarningRules.kinds(brand, List.of(), "review.posted", "order.paid");
    }

    private String draft(String key, RuleSpec spec) {
        return succeeded(
                        testEarningRules.rules.draft(
                                call(),
                                brand.key(),
                                new DraftRule(key, key, spec),
                                new Validation()))
                .id();
    }

    private Result<RuleSimulation> start(
            OffsetDateTime from, OffsetDateTime to, List<String> drafts) {
        var command = new StartRuleSimulation(drafts, from, to);
        return simulations.simulate(Caller.SYSTEM, brand.key(), command);
    }

    private RuleSimulation seen(String id) {
        return simulations.byIds(Caller.SYSTEM, List.of(id)).get(id);
    }

    private RuleSimulation finished(String id) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> seen(id).state() != RuleSimulation.State.RUNNING);
        assertThat(seen(id).state()).isEqualTo(RuleSimulation.State.DONE);
        return seen(id);
    }

    private RuleSimulation simulated(OffsetDateTime from, OffsetDateTime to, String... drafts) {
        return finished(succeeded(start(from, to, List.of(drafts))).id());
    }

    private void reviews(String customer, int number) {
        for (var n = 0; n < number; n++) {
            var at = MONDAY.plusDays(n);
            testEarningRules.record(brand, did(customer + n, "review.posted", customer, at));
        }
    }

    @Test
    void returnsDifferencesByCustomerLargestFirst() {
        var ada = testBrand.enrol(brand, "ada");
        var grace = testBrand.enrol(brand, "grace");
        testBrand.enrol(brand, "idle");
        testEarningRules.publish(brand, "reviews", gives(10, "review.posted"));
        reviews("ada", 2);
        reviews("grace", 5);
        var ruleSimulation = simulated(ALWAYS, EVER, draft("reviews", gives(4, "review.posted")));
        assertThat(ruleSimulation.customers()).isEqualTo(3);
        assertThat(ruleSimulation.evaluatedCustomers()).isEqualTo(3);
        assertThat(ruleSimulation.evaluatedActivities()).isEqualTo(7);
        assertThat(ruleSimulation.endedAt()).isNotNull();
        assertThat(ruleSimulation.totals())
                .containsExactly(new RuleSimulation.Total(Currency.STANDARD, 70, 28, 2));
        var differences =
                List.of(
                        new Difference(grace.id(), Currency.STANDARD, 50, 20),
                        new Difference(ada.id(), Currency.STANDARD, 20, 8));
        assertThat(simulations.differences(ruleSimulation.id(), 0, 10)).isEqualTo(differences);
        assertThat(simulations.differences(ruleSimulation.id(), 1, 10))
                .isEqualTo(differences.subList(1, 2));
        assertThat(simulations.differences(ruleSimulation.id(), 2, 10)).isEmpty();
        assertThat(simulations.differences("sim_none", 0, 10)).isEmpty();
    }

    @Test
    void evaluatesDraftsOfNewRulesBesidePublishedRules() {
        testBrand.enrol(brand, "ada");
        reviews("ada", 1);
        testEarningRules.publish(brand, "reviews", gives(10, "review.posted"));
        testEarningRules.record(brand, did("later", "review.posted", "ada", MONDAY.plusDays(9)));
        var ruleSimulation = simulated(ALWAYS, EVER, draft("extra", gives(1, "review.posted")));
        // The first review was recorded before the first revision.
        assertThat(ruleSimulation.totals())
                .containsExactly(new RuleSimulation.Total(Currency.STANDARD, 10, 12, 1));
    }

    @Test
    void publishedRulesGiveWhatTheyGaveFromTheirBudgets() {
        testBrand.enrol(brand, "ada");
        testBrand.enrol(brand, "grace");
        testEarningRules.publish(brand, "reviews", budgeted(gives(10, "review.posted"), 45));
        reviews("grace", 3);
        reviews("ada", 4);
        assertThat(simulated(ALWAYS, EVER).totals())
                .containsExactly(new RuleSimulation.Total(Currency.STANDARD, 45, 45, 0));
        var ruleSimulation = simulated(ALWAYS, EVER, draft("orders", gives(1, "order.paid")));
        assertThat(ruleSimulation.totals())
                .containsExactly(new RuleSimulation.Total(Currency.STANDARD, 45, 45, 0));
    }

    @Test
    void draftsGiveAtMostTheirBudgets() {
        testBrand.enrol(brand, "ada");
        testBrand.enrol(brand, "grace");
        testEarningRules.publish(brand, "orders", gives(1, "order.paid"));
        reviews("grace", 3);
        reviews("ada", 4);
        var draft = draft("reviews", budgeted(gives(10, "review.posted"), 45));
        assertThat(simulated(ALWAYS, EVER, draft).totals())
                .containsExactly(new RuleSimulation.Total(Currency.STANDARD, 0, 45, 2));
    }

    @Test
    void evaluatesDraftsFromStartInclusiveToEndExclusive() {
        testBrand.enrol(brand, "ada");
        testEarningRules.publish(brand, "reviews", gives(10, "review.posted"));
        reviews("ada", 4);
        var draft = draft("reviews", gives(11, "review.posted"));
        assertThat(simulated(MONDAY.plusDays(1), MONDAY.plusDays(3), draft).totals())
                .containsExactly(new RuleSimulation.Total(Currency.STANDARD, 40, 42, 1));
        var none = simulated(MONDAY.plusSeconds(1), MONDAY.plusDays(1), draft);
        assertThat(none.totals())
                .containsExactly(new RuleSimulation.Total(Currency.STANDARD, 40, 40, 0));
    }

    @Test
    void rejectsInvalidInputAndVersionsOfOtherBrands() {
        var draft = draft("reviews", gives(11, "review.posted"));
        var own = brand;
        brand = testBrand.newBrand();
        assertThat(rejections(start(ALWAYS, EVER, List.of(draft))))
                .isEqualTo(rejections(start(ALWAYS, EVER, List.of("rlv_none"))))
                .containsExactly("RULE_NOT_FOUND");
        brand = own;
        assertThat(rejections(start(EVER, ALWAYS, List.of()))).containsExactly("INVALID_INPUT");
        assertThat(rejections(start(MONDAY, MONDAY, List.of()))).containsExactly("INVALID_INPUT");
        assertThat(rejections(start(ALWAYS, EVER, List.of(draft, draft))))
                .containsExactly("INVALID_INPUT");
        var stranger = callOf(testBrand.newBrand()).caller();
        var command = new StartRuleSimulation(List.of(), ALWAYS, EVER);
        assertThat(rejections(simulations.simulate(stranger, brand.key(), command)))
                .containsExactly("BRAND_NOT_FOUND");
        var ruleSimulation = simulated(ALWAYS, EVER, draft);
        assertThat(simulations.byIds(stranger, List.of(ruleSimulation.id()))).isEmpty();
    }

    @Test
    void keepsTheLatestSimulationsAndEvictsTheOldest() {
        testBrand.enrol(brand, "ada");
        for (var n = 0; n < 45; n++) {
            var id = simulated(ALWAYS, EVER).id();
            assertThat(seen(id)).isNotNull();
            assertThat(seen(id).evaluatedCustomers()).isEqualTo(1);
        }
    }

    @Test
    void processesThousandsOfCustomersInPagesAndRunsTwoAtOnce() {
        testEarningRules.publish(brand, "reviews", gives(10, "review.posted"));
        enrol(3_000);
        IntStream.range(0, 30).forEach(this::recordHundred);
        var draft = draft("reviews", gives(7, "review.posted"));
        var first = succeeded(start(ALWAYS, EVER, List.of(draft)));
        assertThat(first.state()).isEqualTo(RuleSimulation.State.RUNNING);
        assertThat(first.customers()).isEqualTo(3_000);
        assertThat(simulations.differences(first.id(), 0, 10)).isEmpty();
        var second = succeeded(start(ALWAYS, EVER, List.of()));
        assertThat(rejections(start(ALWAYS, EVER, List.of())))
                .containsExactly("TOO_MANY_SIMULATIONS");
        var progress = seen(first.id());
        assertThat(progress.evaluatedCustomers()).isBetween(0L, 3_000L);
        assertThat(finished(first.id()).totals())
                .containsExactly(
                        new RuleSimulation.Total(Currency.STANDARD, 30_000, 21_000, 3_000));
        assertThat(finished(second.id()).totals())
                .containsExactly(new RuleSimulation.Total(Currency.STANDARD, 30_000, 30_000, 0));
        assertThat(finished(first.id()).evaluatedActivities()).isEqualTo(3_000);
        assertThat(finished(first.id()).evaluatedCustomers()).isEqualTo(3_000);
    }

    private void enrol(int number) {
        var commands =
                IntStream.range(0, number)
                        .mapToObj(n -> new EnrolCustomer("c" + n, "c" + n, null))
                        .toList();
        customers.enrolAll(brand.id(), commands).forEach(TestBrand::succeeded);
    }

    private void recordHundred(int part) {
        var reported =
                IntStream.range(part * 100, part * 100 + 100)
                        .mapToObj(n -> did("r" + n, "review.posted", "c" + n, MONDAY))
                        .toArray(RecordActivity[]::new);
        testEarningRules.record(brand, reported);
    }
}
