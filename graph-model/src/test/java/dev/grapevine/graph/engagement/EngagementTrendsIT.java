package dev.grapevine.graph.engagement;

import static dev.grapevine.graph.engagement.EngagementFixture.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.MovableClock;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

@GraphTest
class EngagementTrendsIT {

    /** Wednesday of the week that begins on 2026-03-02. */
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-03-04T12:00:00Z");

    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-03-02T00:00:00Z");
    private static final DefinitionVersion SHOP = DefinitionVersion.latest("shop");

    @Autowired EngagementDefinitions definitions;

    @Autowired Engagement engagement;

    @Autowired Activities activities;

    @Autowired GraphClient graph;

    @Autowired MovableClock clock;

    @Autowired TestBrand testBrand;

    EngagementFixture scores;
    Brand brand;
    Customer ada;
    Customer grace;

    @BeforeEach
    void defineWhatCounts() {
        clock.stopAt(NOW);
        scores = new EngagementFixture(definitions, activities, graph);
        brand = testBrand.newBrand();
        ada = testBrand.enrol(brand, "ada");
        grace = testBrand.enrol(brand, "grace");
        scores.create(
                brand,
                action("PURCHASE", 10, "order.paid"),
                action("REVIEW", 3, "review.posted", "idea.posted"));
    }

    @Test
    void haveAPointForEachWeekTheRunningOneLast() {
        scores.report(brand, "ada", "order.paid", MONDAY.minusWeeks(2), MONDAY.minusWeeks(1));
        scores.report(brand, "ada", "review.posted", MONDAY.minusWeeks(1).plusHours(5), MONDAY);
        assertThat(trend(3))
                .containsExactly(
                        new EngagementWeek(MONDAY.minusWeeks(2), 12, 1, 12),
                        new EngagementWeek(MONDAY.minusWeeks(1), 15, 1, 3),
                        new EngagementWeek(MONDAY, 5, 1, -10));
    }

    @Test
    void compareTheFirstWeekToTheOneBeforeIt() {
        scores.report(brand, "ada", "order.paid", MONDAY.minusWeeks(1));
        assertThat(trend(1)).containsExactly(new EngagementWeek(MONDAY, 0, 0, -12));
    }

    @Test
    void haveWeeksWithoutActivities() {
        assertThat(trend(12)).hasSize(12).allMatch(week -> week.score() == 0);
        assertThat(trend(12).getFirst().beginsAt()).isEqualTo(MONDAY.minusWeeks(11));
        assertThat(trend(Engagement.MAX_WEEKS)).hasSize(53);
    }

    @Test
    void beginWeeksOnMondayInUtc() {
        scores.report(
                brand,
                "ada",
                "order.paid",
                MONDAY.minusNanos(1_000_000),
                OffsetDateTime.parse("2026-03-01T23:30:00-02:00"));
        assertThat(trend(2)).extracting(EngagementWeek::score).containsExactly(12L, 12L);
    }

    @Test
    void nameWeeksByIso8601() {
        clock.stopAt(OffsetDateTime.parse("2027-01-02T12:00:00Z"));
        assertThat(trend(2))
                .extracting(EngagementWeek::week)
                .containsExactly("2026-W52", "2026-W53");
    }

    @Test
    void moveOnWithTheWeeks() {
        scores.report(brand, "ada", "order.paid", NOW);
        clock.pass(Duration.ofDays(7));
        assertThat(trend(2))
                .containsExactly(
                        new EngagementWeek(MONDAY, 12, 1, 12),
                        new EngagementWeek(MONDAY.plusWeeks(1), 0, 0, -12));
    }

    @Test
    void countWhatComesLateInTheWeekInWhichItHappened() {
        assertThat(trend(3)).extracting(EngagementWeek::score).containsExactly(0L, 0L, 0L);
        scores.report(brand, "ada", "order.paid", MONDAY.minusWeeks(2));
        assertThat(trend(3)).extracting(EngagementWeek::score).containsExactly(12L, 0L, 0L);
        assertThat(brandTrend(SHOP, 3))
                .extracting(BrandEngagementWeek::score)
                .containsExactly(12L, 0L, 0L);
    }

    @Test
    void byAVersionStayWhenAnotherComes() {
        scores.report(brand, "ada", "order.paid", MONDAY.minusWeeks(1), MONDAY);
        scores.report(brand, "grace", "review.posted", MONDAY);
        var ofAda = trend(new DefinitionVersion("shop", 1), 12);
        var ofBrand = brandTrend(new DefinitionVersion("shop", 1), 12);
        scores.revise(brand, 7, action("REVIEW", 1000, "review.posted"));
        assertThat(trend(new DefinitionVersion("shop", 1), 12)).isEqualTo(ofAda);
        assertThat(brandTrend(new DefinitionVersion("shop", 1), 12)).isEqualTo(ofBrand);
        assertThat(trend(12).getLast().score()).isZero();
        assertThat(brandTrend(SHOP, 1).getLast().score()).isEqualTo(1007);
    }

    @Test
    void ofABrandAddUpItsCustomers() {
        scores.report(brand, "ada", "order.paid", MONDAY.minusWeeks(1), MONDAY);
        scores.report(brand, "grace", "review.posted", MONDAY, MONDAY.plusDays(1));
        scores.report(brand, "grace", "idea.posted", MONDAY.plusHours(1));
        scores.report(brand, "grace", "page.read", MONDAY.plusDays(2));
        assertThat(brandTrend(SHOP, 3))
                .containsExactly(
                        new BrandEngagementWeek(MONDAY.minusWeeks(2), 0, 0, 0, 0),
                        new BrandEngagementWeek(MONDAY.minusWeeks(1), 12, 1, 1, 12),
                        new BrandEngagementWeek(MONDAY, 10 + 3 * 3 + 3 * 2, 3, 2, 13));
        assertThat(brandTrend(SHOP, 3).getLast().score())
                .isEqualTo(last(ada.id()).score() + last(grace.id()).score());
    }

    @Test
    void ofBrandsAreApart() {
        var other = testBrand.newBrand();
        testBrand.enrol(other, "ada");
        scores.create(other, action("PURCHASE", 1, "order.paid"));
        scores.report(other, "ada", "order.paid", MONDAY);
        scores.report(brand, "ada", "order.paid", MONDAY);
        var without = testBrand.newBrand();
        var trends =
                engagement.trendsOfBrands(List.of(brand.id(), other.id(), without.id()), SHOP, 1);
        assertThat(trends).containsOnlyKeys(brand.id(), other.id());
        assertThat(trends.get(brand.id()).getFirst().score()).isEqualTo(12);
        assertThat(trends.get(other.id()).getFirst().score()).isEqualTo(3);
    }

    @Test
    void leaveOutCampaignsAndWhatWasCancelled() {
        scores.report(brand, "ada", "review.posted", MONDAY);
        scores.cancel(scores.report(brand, "ada", "order.paid", MONDAY).getFirst());
        scores.report(brand, "grace", "order.paid", MONDAY.plusDays(1));
        scores.setCampaignOnly(brand, "review.posted", true);
        assertThat(trend(1)).containsExactly(new EngagementWeek(MONDAY, 0, 0, 0));
        assertThat(brandTrend(SHOP, 1))
                .containsExactly(new BrandEngagementWeek(MONDAY, 12, 1, 1, 12));
    }

    @Test
    void areZeroWhereAllKindsBelongToCampaigns() {
        scores.report(brand, "ada", "order.paid", MONDAY);
        List.of("order.paid", "review.posted", "idea.posted")
                .forEach(kind -> scores.setCampaignOnly(brand, kind, true));
        assertThat(trend(2)).extracting(EngagementWeek::score).containsExactly(0L, 0L);
        assertThat(brandTrend(SHOP, 2))
                .extracting(BrandEngagementWeek::activeCustomers)
                .containsExactly(0L, 0L);
    }

    @Test
    void areThereOnlyByDefinitionsOfTheBrand() {
        var none = DefinitionVersion.latest("none");
        assertThat(engagement.trends(brand.id(), List.of(ada.id()), none, 2)).isEmpty();
        assertThat(engagement.trendsOfBrands(List.of(brand.id()), none, 2)).isEmpty();
        var third = new DefinitionVersion("shop", 3);
        assertThat(engagement.trends(brand.id(), List.of(ada.id()), third, 2)).isEmpty();
    }

    private EngagementWeek last(String customerId) {
        var ids = List.of(ada.id(), grace.id());
        return engagement.trends(brand.id(), ids, SHOP, 1).get(customerId).getLast();
    }

    private List<EngagementWeek> trend(int weeks) {
        return trend(SHOP, weeks);
    }

    private List<EngagementWeek> trend(DefinitionVersion asked, int weeks) {
        return engagement.trends(brand.id(), List.of(ada.id()), asked, weeks).get(ada.id());
    }

    private List<BrandEngagementWeek> brandTrend(DefinitionVersion asked, int weeks) {
        Map<String, List<BrandEngagementWeek>> trends =
                engagement.trendsOfBrands(List.of(brand.id()), asked, weeks);
        return trends.get(brand.id());
    }
}
