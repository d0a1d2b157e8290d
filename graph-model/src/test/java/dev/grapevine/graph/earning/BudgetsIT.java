package dev.grapevine.graph.earning;

import static dev.grapevine.graph.testing.Programme.budgeted;
import static dev.grapevine.graph.testing.Programme.did;
import static dev.grapevine.graph.testing.Programme.gives;
import static dev.grapevine.graph.testing.World.call;
import static dev.grapevine.graph.testing.World.done;
import static dev.grapevine.graph.testing.World.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.LedgerInvariants;
import dev.grapevine.graph.testing.Programme;
import dev.grapevine.graph.testing.World;

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

/** Budgets of rules, which all customers share. */
@GraphTest
class BudgetsIT {

    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-03-02T12:00:00Z");

    @Autowired Programme programme;
    @Autowired LedgerInvariants invariants;
    @Autowired Driver driver;
    @Autowired World world;

    Brand brand;
    Customer ada;

    @BeforeEach
    void setUp() {
        brand = world.newBrand();
        ada = world.enrol(brand, "ada");
        programme.kinds(brand, List.of(), "review.posted", "order.paid");
    }

    @AfterEach
    void theLedgerIsRight() {
        invariants.check(brand.id());
    }

    @Test
    void givesNoMoreThanTheBudgetHoweverManyAskAtOnce() throws Exception {
        programme.publish(brand, "reviews", budgeted(gives(10, "review.posted"), 105));
        var customers = IntStream.range(0, 20).mapToObj(n -> world.enrol(brand, "c" + n)).toList();
        race(
                IntStream.range(0, 20)
                        .mapToObj(
                                n ->
                                        (Callable<Object>)
                                                () ->
                                                        programme.record(
                                                                brand,
                                                                did(
                                                                        "r" + n,
                                                                        "review.posted",
                                                                        "c" + n,
                                                                        MONDAY)))
                        .toList());
        assertThat(customers.stream().mapToLong(programme::balance).sum()).isEqualTo(105);
    }

    /** Does something while another transaction holds the budgets of the brand. */
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
    void areNotWaitedForByActivitiesThatNoRuleWithABudgetListensTo() {
        programme.publish(brand, "reviews", budgeted(gives(10, "review.posted"), 100));
        programme.publish(brand, "orders", gives(3, "order.paid"));
        programme.record(brand, did("r1", "review.posted", "ada", MONDAY));
        whileBudgetsAreLocked(
                () -> programme.record(brand, did("o1", "order.paid", "ada", MONDAY.plusHours(1))));
        assertThat(programme.balance(ada)).isEqualTo(13);
    }

    @Test
    void areNotWaitedForOnceTheirRulesAreRetired() {
        var rule = programme.publish(brand, "reviews", budgeted(gives(10, "review.posted"), 100));
        programme.record(brand, did("r1", "review.posted", "ada", MONDAY));
        done(programme.rules.retire(call(), rule.id()));
        whileBudgetsAreLocked(
                () ->
                        programme.record(
                                brand, did("r2", "review.posted", "ada", MONDAY.plusHours(1))));
        assertThat(programme.balance(ada)).isEqualTo(10);
    }
}
