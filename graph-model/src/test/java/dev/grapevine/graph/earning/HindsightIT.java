package dev.grapevine.graph.earning;

import static dev.grapevine.graph.testing.Programme.did;
import static dev.grapevine.graph.testing.World.call;
import static dev.grapevine.graph.testing.World.done;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapevine.graph.badge.DefineBadge;
import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.kernel.database.GraphBusy;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.Programme;
import dev.grapevine.graph.testing.World;

import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

@GraphTest
class HindsightIT {

    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-03-02T12:00:00Z");

    @Autowired Programme programme;
    @Autowired Driver driver;
    @Autowired World world;

    @Test
    void givesANewBadgeToAllButThoseWhoAreBusyAndToThemWhenItIsSentAgain() {
        var brand = world.newBrand();
        programme.kinds(brand, List.of(), "review.posted");
        var people = IntStream.range(0, 5).mapToObj(n -> world.enrol(brand, "p" + n)).toList();
        people.forEach(
                one ->
                        programme.record(
                                brand,
                                did(
                                        "r-" + one.externalId(),
                                        "review.posted",
                                        one.externalId(),
                                        MONDAY)));
        var critic =
                new DefineBadge(
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
        var commandCall = call();
        try (var session = driver.session();
                var other = session.beginTransaction()) {
            other.run(
                            "MATCH (customer:Customer {id: $id}) SET customer.other = 1",
                            Map.of("id", people.get(2).id()))
                    .consume();
            assertThatThrownBy(() -> programme.badges.define(commandCall, brand.key(), critic))
                    .isInstanceOf(GraphBusy.class);
            other.rollback();
        }
        for (var n = 0; n < 5; n++) {
            assertThat(programme.awards(people.get(n))).as("p" + n).hasSize(n == 2 ? 0 : 1);
        }
        done(programme.badges.define(commandCall, brand.key(), critic));
        assertThat(people).allSatisfy(one -> assertThat(programme.awards(one)).hasSize(1));
    }
}
