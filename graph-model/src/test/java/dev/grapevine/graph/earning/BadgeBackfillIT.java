package dev.grapevine.graph.earning;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.succeeded;
import static dev.grapevine.graph.testing.TestEarningRules.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapevine.graph.badge.CreateBadge;
import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.kernel.database.GraphBusy;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestEarningRules;

import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

@GraphTest
class BadgeBackfillIT {

    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-03-02T12:00:00Z");

    @Autowired TestEarningRules testEarningRules;
    @Autowired Driver driver;
    @Autowired TestBrand testBrand;

    @Test
    void skipsLockedCustomersAndAwardsThemOnTheRepeatedCall() {
        var brand = testBrand.newBrand();
        testEarningRules.kinds(brand, List.of(), "review.posted");
        var people = IntStream.range(0, 5).mapToObj(n -> testBrand.enrol(brand, "p" + n)).toList();
        people.forEach(
                one ->
                        testEarningRules.record(
                                brand,
                                did(
                                        "r-" + one.externalId(),
                                        "review.posted",
                                        one.externalId(),
                                        MONDAY)));
        var critic =
                new CreateBadge(
                        "critic",
                        "Critic",
                        null,
                        new BadgeCriteria(
                                List.of(new BadgeCriteria.WeightedKind("review.posted", 1)),
                                null,
                                BadgeCriteria.Measure.COUNT,
                                BadgeCriteria.MeasurePeriod.ALL_TIME,
                                false,
                                List.of(new BadgeCriteria.Level("Critic", 1)),
                                false,
                                "UTC"));
        var call = call();
        try (var session = driver.session();
                var other = session.beginTransaction()) {
            other.run(
                            "MATCH (customer:Customer {id: $id}) SET customer.other = 1",
                            Map.of("id", people.get(2).id()))
                    .consume();
            assertThatThrownBy(
                            () ->
                                    testEarningRules.badges.create(
                                            call, brand.key(), critic, new Validation()))
                    .isInstanceOf(GraphBusy.class);
            other.rollback();
        }
        for (var n = 0; n < 5; n++) {
            assertThat(testEarningRules.awards(people.get(n))).as("p" + n).hasSize(n == 2 ? 0 : 1);
        }
        succeeded(testEarningRules.badges.create(call, brand.key(), critic, new Validation()));
        assertThat(people).allSatisfy(one -> assertThat(testEarningRules.awards(one)).hasSize(1));
    }
}
