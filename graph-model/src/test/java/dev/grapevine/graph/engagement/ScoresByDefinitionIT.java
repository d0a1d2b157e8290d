package dev.grapevine.graph.engagement;

import static dev.grapevine.graph.engagement.EngagementFixture.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.engagement.EngagementScore.ActionScore;
import dev.grapevine.graph.engagement.EngagementScore.KindCount;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.List;

@GraphTest
class ScoresByDefinitionIT {

    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-03-02T12:00:00Z");
    private static final TimeRange ALWAYS = TimeRange.of(null, null);

    @Autowired EngagementDefinitions definitions;

    @Autowired Engagement engagement;

    @Autowired Activities activities;

    @Autowired GraphClient graph;

    @Autowired TestBrand testBrand;

    EngagementFixture scores;
    Brand brand;
    Customer ada;

    @BeforeEach
    void defineWhatCounts() {
        scores = new EngagementFixture(definitions, activities, graph);
        brand = testBrand.newBrand();
        ada = testBrand.enrol(brand, "ada");
        scores.create(
                brand,
                action("PURCHASE", 10, "order.paid", "basket.filled"),
                action("REVIEW", 3, "review.posted"));
    }

    @Test
    void areBrokenDownByAction() {
        scores.report(brand, "ada", "order.paid", NOON, NOON.plusHours(1));
        scores.report(brand, "ada", "basket.filled", NOON.plusHours(2));
        scores.report(brand, "ada", "review.posted", NOON.plusDays(1));
        scores.report(brand, "ada", "page.read", NOON.plusDays(2), NOON.plusDays(3));
        var score = score(DefinitionVersion.latest("shop"));
        assertThat(score.byAction())
                .containsExactly(
                        new ActionScore("PURCHASE", 3, 10, 30), new ActionScore("REVIEW", 1, 3, 3));
        assertThat(score.activeDays()).isEqualTo(2);
        assertThat(score.score()).isEqualTo(30 + 3 + 2 * 2);
        assertThat(score.lastActiveAt()).isEqualTo(NOON.plusDays(1));
        assertThat(score.byKind())
                .containsExactly(
                        new KindCount("order.paid", 2, 2),
                        new KindCount("basket.filled", 1, 1),
                        new KindCount("review.posted", 1, 1));
        assertThat(score.definition().version()).isEqualTo(1);
    }

    @Test
    void areNothingForWhoDidNothingThatCounts() {
        scores.report(brand, "ada", "page.read", NOON);
        var score = score(DefinitionVersion.latest("shop"));
        assertThat(score.score()).isZero();
        assertThat(score.activeDays()).isZero();
        assertThat(score.lastActiveAt()).isNull();
        assertThat(score.byAction())
                .containsExactly(
                        new ActionScore("PURCHASE", 0, 10, 0), new ActionScore("REVIEW", 0, 3, 0));
    }

    @Test
    void keepToTheWindow() {
        scores.report(
                brand, "ada", "order.paid", NOON.minusNanos(1_000_000), NOON, NOON.plusDays(1));
        var timeRange = TimeRange.of(NOON, NOON.plusDays(1));
        var score =
                engagement
                        .scores(
                                brand.id(),
                                List.of(ada.id()),
                                DefinitionVersion.latest("shop"),
                                timeRange)
                        .get(ada.id());
        assertThat(score.score()).isEqualTo(12);
    }

    @Test
    void byAVersionStayWhenAnotherComes() {
        scores.report(brand, "ada", "order.paid", NOON);
        scores.report(brand, "ada", "page.read", NOON.plusDays(1));
        var before = score(new DefinitionVersion("shop", 1));
        scores.revise(brand, 100, action("VISIT", 50, "page.read"));
        assertThat(score(new DefinitionVersion("shop", 1))).isEqualTo(before);
        assertThat(score(DefinitionVersion.latest("shop")).score()).isEqualTo(150);
        assertThat(score(new DefinitionVersion("shop", 2)))
                .isEqualTo(score(DefinitionVersion.latest("shop")));
    }

    @Test
    void leaveOutWhatBelongsToCampaigns() {
        scores.report(brand, "ada", "order.paid", NOON);
        scores.report(brand, "ada", "review.posted", NOON.plusDays(1));
        scores.setCampaignOnly(brand, "order.paid", false);
        scores.setCampaignOnly(brand, "review.posted", true);
        var score = score(DefinitionVersion.latest("shop"));
        assertThat(score.score()).isEqualTo(12);
        assertThat(score.activeDays()).isEqualTo(1);
        assertThat(score.byAction().getLast()).isEqualTo(new ActionScore("REVIEW", 0, 3, 0));
        assertThat(score.byKind()).containsExactly(new KindCount("order.paid", 1, 1));
    }

    @Test
    void leaveOutCampaignsOfTheirOwnBrandOnly() {
        scores.report(brand, "ada", "order.paid", NOON);
        scores.setCampaignOnly(testBrand.newBrand(), "order.paid", true);
        assertThat(score(DefinitionVersion.latest("shop")).score()).isEqualTo(12);
    }

    @Test
    void leaveOutWhatWasCancelled() {
        var paid = scores.report(brand, "ada", "order.paid", NOON, NOON.plusDays(1));
        scores.cancel(paid.getLast());
        var score = score(DefinitionVersion.latest("shop"));
        assertThat(score.score()).isEqualTo(12);
        assertThat(score.lastActiveAt()).isEqualTo(NOON);
    }

    @Test
    void areThereOnlyByDefinitionsOfTheBrand() {
        var ids = List.of(ada.id());
        var other = testBrand.newBrand();
        assertThat(engagement.scores(brand.id(), ids, DefinitionVersion.latest("none"), ALWAYS))
                .isEmpty();
        assertThat(engagement.scores(brand.id(), ids, new DefinitionVersion("shop", 2), ALWAYS))
                .isEmpty();
        assertThat(engagement.scores(other.id(), ids, DefinitionVersion.latest("shop"), ALWAYS))
                .isEmpty();
    }

    @Test
    void areMeasuredForManyAtOnceAndApart() {
        var grace = testBrand.enrol(brand, "grace");
        scores.report(brand, "grace", "order.paid", NOON);
        var ids = List.of(ada.id(), grace.id());
        var measured = engagement.scores(brand.id(), ids, DefinitionVersion.latest("shop"), ALWAYS);
        assertThat(measured.get(ada.id()).score()).isZero();
        assertThat(measured.get(grace.id()).score()).isEqualTo(12);
    }

    private EngagementScore score(DefinitionVersion asked) {
        return engagement.scores(brand.id(), List.of(ada.id()), asked, ALWAYS).get(ada.id());
    }
}
