package dev.grapevine.graph.engagement;

import static dev.grapevine.graph.engagement.EngagementFixture.action;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.activity.RecordActivity;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

@GraphTest
class EngagementIT {

    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-03-01T12:00:00Z");

    @Autowired EngagementDefinitions definitions;

    @Autowired Engagement engagement;

    @Autowired GraphClient graph;

    @Autowired Activities activities;

    @Autowired TestBrand testBrand;

    Brand brand;
    Customer ada;

    @BeforeEach
    void enrolAda() {
        brand = testBrand.newBrand();
        new EngagementFixture(definitions, activities, graph)
                .create(
                        brand,
                        action("REVIEW", 10, "review.posted"),
                        action("READ", 0, "page.read"),
                        action("BUY", 1, "order.paid"));
        ada = testBrand.enrol(brand, "ada");
    }

    @Test
    void isNothingForWhoDidNothing() {
        var score = score(TimeRange.of(null, null));
        assertThat(score.score()).isZero();
        assertThat(score.activeDays()).isZero();
        assertThat(score.lastActiveAt()).isNull();
        assertThat(score.byKind()).isEmpty();
        assertThat(score.byAction()).allMatch(action -> action.points() == 0);
    }

    @Test
    void weighsKindsAsTheDefinitionDoesAndAddsActiveDays() {
        report("review.posted", NOON, NOON.plusHours(1));
        report("page.read", NOON.plusDays(1), NOON.plusDays(1), NOON.plusDays(1));
        report("order.paid", NOON.plusDays(2));
        var score = score(TimeRange.of(null, null));
        assertThat(score.activeDays()).isEqualTo(3);
        assertThat(score.score()).isEqualTo(2 * 10 + 3 * 0 + 1 * 1 + 3 * 2);
        assertThat(score.lastActiveAt()).isEqualTo(NOON.plusDays(2));
        assertThat(score.byKind())
                .containsExactly(
                        new EngagementScore.KindCount("page.read", 3, 6),
                        new EngagementScore.KindCount("review.posted", 2, 4),
                        new EngagementScore.KindCount("order.paid", 1, 2));
    }

    @Test
    void countsDaysInUtc() {
        report(
                "review.posted",
                OffsetDateTime.parse("2026-03-01T23:30:00-02:00"),
                NOON.plusDays(1));
        assertThat(score(TimeRange.of(null, null)).activeDays()).isEqualTo(1);
    }

    @Test
    void includesTheBeginningOfTheWindowAndExcludesItsEnd() {
        report(
                "review.posted",
                NOON.minusNanos(1_000_000),
                NOON,
                NOON.plusDays(1).minusNanos(1_000_000),
                NOON.plusDays(1));
        var score = score(TimeRange.of(NOON, NOON.plusDays(1)));
        assertThat(score.byKind())
                .containsExactly(new EngagementScore.KindCount("review.posted", 2, 4));
        assertThat(score.lastActiveAt()).isEqualTo(NOON.plusDays(1).minusNanos(1_000_000));
    }

    @Test
    void takesAWindowThatIsOpenOnOneSide() {
        report("review.posted", NOON.minusDays(1), NOON, NOON.plusDays(1));
        assertThat(score(TimeRange.of(NOON, null)).byKind().getFirst().count()).isEqualTo(2);
        assertThat(score(TimeRange.of(null, NOON)).byKind().getFirst().count()).isEqualTo(1);
        assertThat(score(TimeRange.of(NOON, NOON)).byKind()).isEmpty();
    }

    @Test
    void scoresManyCustomersAtOnceAndApart() {
        var grace = testBrand.enrol(brand, "grace");
        report("review.posted", NOON);
        var scores =
                engagement.scores(
                        brand.id(),
                        List.of(ada.id(), grace.id()),
                        DefinitionVersion.latest("shop"),
                        TimeRange.of(null, null));
        assertThat(scores.get(ada.id()).score()).isEqualTo(12);
        assertThat(scores.get(grace.id()).score()).isZero();
    }

    private EngagementScore score(TimeRange timeRange) {
        return engagement
                .scores(brand.id(), List.of(ada.id()), DefinitionVersion.latest("shop"), timeRange)
                .get(ada.id());
    }

    private void report(String kind, OffsetDateTime... times) {
        var commands = new ArrayList<RecordActivity>();
        for (var time : times) {
            commands.add(
                    new RecordActivity(
                            kind + "-" + commands.size(), kind, "ada", null, time, 2, null));
        }
        succeeded(activities.record(Caller.SYSTEM, brand.key(), commands))
                .forEach(TestBrand::succeeded);
    }
}
