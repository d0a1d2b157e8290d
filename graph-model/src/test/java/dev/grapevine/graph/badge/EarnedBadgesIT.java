package dev.grapevine.graph.badge;

import static dev.grapevine.graph.badge.EarnedAwards.count;
import static dev.grapevine.graph.badge.EarnedAwards.criteria;
import static dev.grapevine.graph.badge.EarnedAwards.kinds;
import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.succeeded;
import static dev.grapevine.graph.testing.TestEarningRules.awarding;
import static dev.grapevine.graph.testing.TestEarningRules.did;
import static dev.grapevine.graph.testing.TestEarningRules.gives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.activity.RecordActivity;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.contribution.ContributionStatus;
import dev.grapevine.graph.contribution.Contributions;
import dev.grapevine.graph.contribution.SubmitContribution;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.earning.rule.BadgeCriteria.Measure;
import dev.grapevine.graph.earning.rule.BadgeCriteria.MeasurePeriod;
import dev.grapevine.graph.earning.rule.BadgeCriteria.WeightedKind;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestEarningRules;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

@GraphTest
class EarnedBadgesIT {

    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-03-02T12:00:00Z");

    @Autowired TestEarningRules testEarningRules;

    @Autowired Contributions contributions;

    @Autowired TestBrand testBrand;

    Brand brand;
    Customer ada;

    @BeforeEach
    void setUp() {
        brand = testBrand.newBrand();
        ada = testBrand.enrol(brand, "ada");
        testEarningRules.kinds(
                brand, List.of(), "review.posted", "vote.up", "vote.down", "day.visited");
    }

    private void reviewOn(int day, int number) {
        for (var n = 0; n < number; n++) {
            var id = "r" + day + "-" + n;
            testEarningRules.record(
                    brand, did(id, "review.posted", "ada", MONDAY.plusDays(day).plusMinutes(n)));
        }
    }

    private void vote(String id, String kind, String idea) {
        testEarningRules.record(
                brand,
                new RecordActivity(
                        id, kind, "ada", idea, MONDAY.plusMinutes(id.length()), 1, null));
    }

    private String contribute(String name, long views) {
        return succeeded(
                        contributions.submit(
                                call(),
                                brand.key(),
                                new SubmitContribution(
                                        name,
                                        "ada",
                                        "IDEA",
                                        "An idea",
                                        null,
                                        null,
                                        List.of(),
                                        views,
                                        ContributionStatus.OPEN,
                                        MONDAY)))
                .id();
    }

    @Test
    void haveLevelsOfWhichOneActivityCanReachSeveral() {
        testEarningRules.badge(
                brand,
                "buyer",
                criteria(
                        kinds("review.posted"),
                        Measure.QUANTITY,
                        MeasurePeriod.ALL_TIME,
                        1,
                        5,
                        50));
        testEarningRules.record(
                brand, new RecordActivity("r1", "review.posted", "ada", null, MONDAY, 7, null));
        assertThat(testEarningRules.awards(ada))
                .extracting(BadgeAward::level)
                .containsExactlyInAnyOrder(0, 1);
        assertThat(testEarningRules.awards(ada))
                .extracting(BadgeAward::measuredValue)
                .containsOnly(7L);
        testEarningRules.record(
                brand,
                new RecordActivity(
                        "r2", "review.posted", "ada", null, MONDAY.plusDays(1), 43, null));
        assertThat(testEarningRules.awards(ada)).hasSize(3);
    }

    @Test
    void canBeEarnedInEachPeriodAgain() {
        testEarningRules.badge(
                brand,
                "weekly",
                criteria(kinds("review.posted"), Measure.COUNT, MeasurePeriod.WEEK, 2));
        reviewOn(0, 1);
        reviewOn(6, 1);
        reviewOn(7, 1);
        assertThat(testEarningRules.awards(ada))
                .extracting(BadgeAward::periodKey)
                .containsExactly("2026-03-02");
        reviewOn(13, 3);
        assertThat(testEarningRules.awards(ada))
                .extracting(BadgeAward::periodKey)
                .containsExactlyInAnyOrder("2026-03-02", "2026-03-09");
    }

    @Test
    void areEarnedForEachContributionWhoseVotesUpAndDownComeTo() {
        var loved = List.of(new WeightedKind("vote.up", 1), new WeightedKind("vote.down", -1));
        testEarningRules.badge(
                brand, "loved", criteria(loved, Measure.COUNT, MeasurePeriod.CONTRIBUTION, 2));
        var first = contribute("first", 0);
        contribute("second", 0);
        vote("1", "vote.up", "first");
        vote("22", "vote.down", "first");
        vote("333", "vote.up", "second");
        vote("4444", "vote.up", "first");
        assertThat(testEarningRules.awards(ada)).isEmpty();
        vote("55555", "vote.up", "first");
        assertThat(testEarningRules.awards(ada))
                .singleElement()
                .satisfies(
                        award -> {
                            assertThat(award.periodKey()).isEqualTo(first);
                            assertThat(award.measuredValue()).isEqualTo(2);
                        });
        vote("666666", "vote.up", "second");
        assertThat(testEarningRules.awards(ada)).hasSize(2);
    }

    @Test
    void areEarnedByHowOftenAContributionWasViewed() {
        testEarningRules.badge(
                brand,
                "read",
                criteria(
                        kinds("contribution.viewed"),
                        Measure.QUANTITY,
                        MeasurePeriod.CONTRIBUTION,
                        1_000,
                        10_000));
        contribute("dull", 999);
        var famous = contribute("famous", 10_000);
        assertThat(testEarningRules.awards(ada))
                .extracting(BadgeAward::periodKey)
                .containsOnly(famous);
        assertThat(testEarningRules.awards(ada))
                .extracting(BadgeAward::level)
                .containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void areEarnedByDoingSomethingForTheFirstTime() {
        testEarningRules.badge(brand, "first", count("review.posted", 1));
        reviewOn(0, 3);
        assertThat(testEarningRules.awards(ada))
                .singleElement()
                .extracting(BadgeAward::earnedAt)
                .isEqualTo(MONDAY);
    }

    @Test
    void areEarnedByDaysWithoutAGap() {
        testEarningRules.badge(
                brand,
                "streak",
                criteria(kinds("day.visited"), Measure.STREAK_OF_DAYS, MeasurePeriod.ALL_TIME, 4));
        for (var day : List.of(0, 1, 2, 4, 5, 6)) {
            visitOn(day);
        }
        assertThat(testEarningRules.awards(ada)).isEmpty();
        visitOn(3);
        assertThat(testEarningRules.awards(ada))
                .singleElement()
                .extracting(BadgeAward::earnedAt)
                .isEqualTo(MONDAY.plusDays(3));
    }

    private void visitOn(int day) {
        testEarningRules.record(brand, did("d" + day, "day.visited", "ada", MONDAY.plusDays(day)));
    }

    @Test
    void areAwardedByARuleOnce() {
        testEarningRules.badge(brand, "critic", count("vote.up", 1_000));
        var rule =
                testEarningRules.publish(
                        brand, "reviews", awarding(gives(5, "review.posted"), "critic"));
        reviewOn(0, 2);
        assertThat(testEarningRules.awards(ada))
                .singleElement()
                .satisfies(
                        award -> {
                            assertThat(award.reason()).isEqualTo("RULE_FIRED");
                            assertThat(award.ruleVersionId()).isEqualTo(rule.id());
                        });
        assertThat(testEarningRules.balance(ada)).isEqualTo(10);
    }

    @Test
    void areAwardedByTheBackfillWithTheTimeAtWhichTheyWereEarned() {
        reviewOn(0, 2);
        reviewOn(3, 2);
        testEarningRules.badge(brand, "critic", count("review.posted", 3, 100));
        assertThat(testEarningRules.awards(ada))
                .singleElement()
                .extracting(BadgeAward::earnedAt)
                .isEqualTo(MONDAY.plusDays(3));
    }

    @Test
    void areAwardedOnceForEachLevelWhenManyActivitiesComeAtOnce() throws Exception {
        testEarningRules.badge(brand, "critic", count("review.posted", 1, 5, 16));
        race(
                IntStream.range(0, 16)
                        .mapToObj(
                                n ->
                                        (Callable<Object>)
                                                () ->
                                                        testEarningRules.record(
                                                                brand,
                                                                did(
                                                                        "r" + n,
                                                                        "review.posted",
                                                                        "ada",
                                                                        MONDAY.plusMinutes(n))))
                        .toList());
        assertThat(testEarningRules.awards(ada))
                .extracting(BadgeAward::level)
                .containsExactlyInAnyOrder(0, 1, 2);
        assertThat(testEarningRules.awards(ada))
                .extracting(BadgeAward::measuredValue)
                .containsExactlyInAnyOrder(1L, 5L, 16L);
    }
}
