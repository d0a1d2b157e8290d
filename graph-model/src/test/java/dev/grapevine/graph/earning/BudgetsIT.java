package dev.grapevine.graph.earning;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.succeeded;
import static dev.grapevine.graph.testing.TestEarningRules.budgeted;
import static dev.grapevine.graph.testing.TestEarningRules.did;
import static dev.grapevine.graph.testing.TestEarningRules.gives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.LedgerInvariants;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestEarningRules;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Budgets of rules, shared by all customers. */
@GraphTest
class BudgetsIT {

    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-03-02T12:00:00Z");

    @Autowired TestEarningRules testEarningRules;
    @Autowired LedgerInvariants invariants;
    @Autowired Driver driver;
    @Autowired TestBrand testBrand;

    Brand brand;
    Customer ada;

    @BeforeEach
    void setUp() {
        brand = testBrand.newBrand();
        ada = testBrand.enrol(brand, "ada");
        testEarningRules.kinds(brand, List.of(), "review.posted", "order.paid");
    }

    @AfterEach
    void theLedgerIsRight() {
        invariants.check(brand.id());
    }

    @Test
    void givesAtMostTheBudgetToConcurrentActivities() throws Exception {
        testEarningRules.publish(brand, "reviews", budgeted(gives(10, "review.posted"), 105));
        var customers =
                IntStream.range(0, 20).mapToObj(n -> testBrand.enrol(brand, "c" + n)).toList();
        race(
                IntStream.range(0, 20)
                        .mapToObj(
                                n ->
                                        (Callable<Object>)
                                                () ->
                                                        testEarningRules.record(
                                                                brand,
                                                                did(
                                                                        "r" + n,
                                                                        "review.posted",
                                                                        "c" + n,
                                                                        MONDAY)))
                        .toList());
        assertThat(customers.stream().mapToLong(testEarningRules::balance).sum()).isEqualTo(105);
    }

    /** Runs work while another transaction holds the budgets of the brand. */
    private void whileBudgetsAreLocked(Runnable work) {
        try (var session = driver.session();
                var other = session.beginTransaction()) {
            var locked =
                    other.run(
                                    "MATCH (budget:RuleBudget {brandId: $id}) SET budget.other = 1"
                                            + " RETURN budget",
                                    Map.of("id", brand.id()))
                            .list();
            assertThat(locked).isNotEmpty();
            work.run();
            other.rollback();
        }
    }

    @Test
    void areNotLockedForKindsWithoutABudget() {
        testEarningRules.publish(brand, "reviews", budgeted(gives(10, "review.posted"), 100));
        testEarningRules.publish(brand, "orders", gives(3, "order.paid"));
        testEarningRules.record(brand, did("r1", "review.posted", "ada", MONDAY));
        whileBudgetsAreLocked(
                () ->
                        testEarningRules.record(
                                brand, did("o1", "order.paid", "ada", MONDAY.plusHours(1))));
        assertThat(testEarningRules.balance(ada)).isEqualTo(13);
    }

    @Test
    void areNotLockedForRetiredRules() {
        var rule =
                testEarningRules.publish(
                        brand, "reviews", budgeted(gives(10, "review.posted"), 100));
        testEarningRules.record(brand, did("r1", "review.posted", "ada", MONDAY));
        succeeded(testEarningRules.rules.retire(call(), rule.id()));
        whileBudgetsAreLocked(
                () ->
                        testEarningRules.record(
                                brand, did("r2", "review.posted", "ada", MONDAY.plusHours(1))));
        assertThat(testEarningRules.balance(ada)).isEqualTo(10);
    }
}
