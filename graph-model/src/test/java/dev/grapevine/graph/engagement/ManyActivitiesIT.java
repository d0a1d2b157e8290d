package dev.grapevine.graph.engagement;

import static dev.grapevine.graph.engagement.EngagementFixture.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.MovableClock;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Measures scores and trends of a brand with 100,000 activities of 2,000 customers in 13 weeks; the
 * numbers are in docs/engagement.md. Run with {@code -Dgrapevine.measure=true
 * -Dlogging.level.dev.grapevine.graph.engagement=info}.
 */
@GraphTest
@EnabledIfSystemProperty(named = "grapevine.measure", matches = "true")
class ManyActivitiesIT {

    private static final Logger log = LoggerFactory.getLogger(ManyActivitiesIT.class);
    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-03-02T00:00:00Z");
    private static final int CUSTOMERS = 2_000;
    private static final int EACH = 50;
    private static final int WEEKS = 13;

    /** The activities of a customer are spread over the weeks, and over five kinds. */
    private static final CypherStatement FILL =
            new CypherStatement(
                    "test/fill",
                    """
                    UNWIND range($first, $last) AS who
                    UNWIND range(0, $each - 1) AS i
                    CREATE (a:Activity {
                      id: 'act_many_' + $brandId + '_' + who + '_' + i,
                      key: $brandId + '|many|' + who + '|' + i,
                      brandId: $brandId, customerId: 'cus_many_' + who, kind: 'kind.k' + ((who + i) % 5),
                      quantity: 1, occurredAt: $from + duration({hours: (who * 7 + i * 43) % (24 * 7 * $weeks)}),
                      recordedAt: $from})
                    """);

    @Autowired EngagementDefinitions definitions;

    @Autowired Engagement engagement;

    @Autowired Activities activities;

    @Autowired GraphClient graph;

    @Autowired MovableClock clock;

    @Autowired TestBrand testBrand;

    @Test
    void measuresTrendsOfABrandAndItsCustomers() {
        clock.stopAt(MONDAY.plusDays(6));
        var brand = testBrand.newBrand();
        fill(brand);
        new EngagementFixture(definitions, activities, graph)
                .create(
                        brand,
                        action("POST", 5, "kind.k0", "kind.k1"),
                        action("REPLY", 3, "kind.k2", "kind.k3", "kind.k4"));
        var shop = DefinitionVersion.latest("shop");
        var ofBrand =
                timed(
                        "12 weeks of the brand",
                        () -> engagement.trendsOfBrands(List.of(brand.id()), shop, 12));
        var weeks = ofBrand.get(brand.id());
        assertThat(weeks).hasSize(12).allMatch(week -> week.activeCustomers() > 0);
        timed("1 week of the brand", () -> engagement.trendsOfBrands(List.of(brand.id()), shop, 1));

        var hundred = IntStream.range(0, 100).mapToObj(i -> "cus_many_" + i).toList();
        timed("12 weeks of 100 customers", () -> engagement.trends(brand.id(), hundred, shop, 12));
        timed(
                "scores of 100 customers, by definition",
                () -> engagement.scores(brand.id(), hundred, shop, TimeRange.of(null, null)));
        var all = IntStream.range(0, CUSTOMERS).mapToObj(i -> "cus_many_" + i).toList();
        var sum =
                engagement.trends(brand.id(), all, shop, 12).values().stream()
                        .mapToLong(trend -> trend.getLast().score())
                        .sum();
        assertThat(weeks.getLast().score()).isEqualTo(sum).isPositive();
    }

    private void fill(Brand brand) {
        for (var first = 0; first < CUSTOMERS; first += 100) {
            graph.write(
                    FILL,
                    Map.of(
                            "first",
                            first,
                            "last",
                            first + 99,
                            "each",
                            EACH,
                            "brandId",
                            brand.id(),
                            "from",
                            MONDAY.minusWeeks(WEEKS - 1),
                            "weeks",
                            WEEKS));
        }
    }

    /** Runs a query 21 times and logs the time of the first run and the median of the others. */
    private static <T> T timed(String what, Supplier<T> question) {
        var started = System.nanoTime();
        var answer = question.get();
        var first = (System.nanoTime() - started) / 1_000_000;
        var times = new long[20];
        for (var i = 0; i < times.length; i++) {
            var again = System.nanoTime();
            question.get();
            times[i] = (System.nanoTime() - again) / 1_000_000;
        }
        Arrays.sort(times);
        log.info(
                "{}: first {} ms, then fastest {} ms, median {} ms, slowest {} ms",
                what,
                first,
                times[0],
                times[10],
                times[19]);
        return answer;
    }
}
