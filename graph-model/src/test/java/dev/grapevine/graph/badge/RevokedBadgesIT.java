package dev.grapevine.graph.badge;

import static dev.grapevine.graph.badge.EarnedAwards.count;
import static dev.grapevine.graph.badge.EarnedAwards.criteria;
import static dev.grapevine.graph.badge.EarnedAwards.keeping;
import static dev.grapevine.graph.badge.EarnedAwards.kinds;
import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.copies;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;
import static dev.grapevine.graph.testing.TestEarningRules.awarding;
import static dev.grapevine.graph.testing.TestEarningRules.did;
import static dev.grapevine.graph.testing.TestEarningRules.gives;
import static dev.grapevine.graph.testing.TestEarningRules.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.activity.CancelActivity;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.earning.rule.BadgeCriteria.Measure;
import dev.grapevine.graph.earning.rule.BadgeCriteria.MeasurePeriod;
import dev.grapevine.graph.earning.rule.Condition;
import dev.grapevine.graph.earning.rule.PointsFormula;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestEarningRules;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Callable;

@GraphTest
class RevokedBadgesIT {

    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-03-02T12:00:00Z");

    @Autowired TestEarningRules testEarningRules;

    @Autowired Badges badges;

    @Autowired AwardEvidence evidence;

    @Autowired TestBrand testBrand;

    Brand brand;
    Customer ada;

    @BeforeEach
    void setUp() {
        brand = testBrand.newBrand();
        ada = testBrand.enrol(brand, "ada");
        testEarningRules.kinds(brand, List.of(), "review.posted", "vote.up");
    }

    private Activity review(int number) {
        var activity = did("r" + number, "review.posted", "ada", MONDAY.plusDays(number));
        return testEarningRules.record(brand, activity).getFirst();
    }

    private void cancel(Activity activity) {
        succeeded(
                testEarningRules.activities.cancel(
                        call(), new CancelActivity(activity.id(), "Spam")));
    }

    private BadgeAward onlyAward() {
        assertThat(testEarningRules.awards(ada)).hasSize(1);
        return testEarningRules.awards(ada).getFirst();
    }

    private List<String> evidenceOf(BadgeAward award) {
        return evidence.ofAwards(List.of(award)).get(award.id()).stream()
                .map(Activity::externalId)
                .toList();
    }

    private Result<BadgeAward> revoke(BadgeAward award) {
        return badges.revoke(call(), new RevokeBadge(award.id(), "He cheated"));
    }

    @Test
    void areRevokedWithTheirCauseAndActiveAgainWhenEarnedAgain() {
        testEarningRules.badge(brand, "critic", count("review.posted", 2));
        review(1);
        var second = review(2);
        var award = onlyAward();
        cancel(second);
        assertThat(testEarningRules.awards(ada)).isEmpty();
        var third = review(3);
        assertThat(onlyAward().id()).isEqualTo(award.id());
        assertThat(onlyAward().activityId()).isEqualTo(third.id());
        assertThat(onlyAward().earnedAt()).isEqualTo(third.occurredAt());
        assertThat(evidenceOf(onlyAward())).containsExactly("r3", "r1");
    }

    @Test
    void areActiveAgainAfterALateActivity() {
        testEarningRules.badge(brand, "critic", count("review.posted", 2));
        var first = review(1);
        review(4);
        cancel(first);
        assertThat(testEarningRules.awards(ada)).isEmpty();
        review(3);
        assertThat(evidenceOf(onlyAward())).containsExactly("r4", "r3");
    }

    @Test
    void stayActiveWithAnotherCauseWhenEnoughActivitiesAreLeft() {
        testEarningRules.badge(brand, "critic", count("review.posted", 2));
        review(1);
        var second = review(2);
        var third = review(3);
        cancel(second);
        assertThat(onlyAward().activityId()).isEqualTo(third.id());
        assertThat(onlyAward().earnedAt()).isEqualTo(third.occurredAt());
    }

    @Test
    void stayActiveWhenPermanent() {
        testEarningRules.badge(brand, "critic", keeping(count("review.posted", 1)));
        cancel(review(1));
        assertThat(testEarningRules.awards(ada)).hasSize(1);
        review(2);
        assertThat(testEarningRules.awards(ada)).hasSize(1);
    }

    @Test
    void satisfyConditionsAfterTheirCauseIsCancelledWhenPermanent() {
        testEarningRules.badge(brand, "critic", keeping(count("review.posted", 1)));
        publishForCritics();
        var first = review(1);
        up(2);
        cancel(first);
        assertThat(testEarningRules.balance(ada)).isEqualTo(1);
        up(3);
        assertThat(testEarningRules.balance(ada)).isEqualTo(2);
        // The late activity precedes the review: the replay finds no badge at that time.
        up(0);
        assertThat(testEarningRules.balance(ada)).isEqualTo(2);
        revoke(onlyAward());
        up(4);
        assertThat(testEarningRules.balance(ada)).isEqualTo(2);
    }

    @Test
    void satisfyConditionsNoEarlierThanEarnedWhenPermanent() {
        testEarningRules.badge(brand, "critic", keeping(count("review.posted", 1)));
        publishForCritics();
        review(2);
        up(1);
        assertThat(testEarningRules.balance(ada)).isZero();
        up(3);
        assertThat(testEarningRules.balance(ada)).isEqualTo(1);
    }

    @Test
    void doNotSatisfyConditionsAfterTheyAreRevokedWithTheirCause() {
        testEarningRules.badge(brand, "critic", count("review.posted", 1));
        publishForCritics();
        var first = review(1);
        up(2);
        cancel(first);
        up(3);
        assertThat(testEarningRules.balance(ada)).isZero();
    }

    private void publishForCritics() {
        testEarningRules.publish(
                brand,
                "critics",
                rule(new PointsFormula.Fixed(1), new Condition.HasBadge("critic"), "vote.up"));
    }

    @Test
    void areRevokedWhenAReplayDoesNotFireTheRuleThatAwardedThem() {
        testEarningRules.badge(brand, "critic", count("vote.up", 100));
        testEarningRules.publish(brand, "reviews", awarding(gives(5, "review.posted"), "critic"));
        cancel(review(1));
        assertThat(testEarningRules.awards(ada)).isEmpty();
        assertThat(testEarningRules.balance(ada)).isZero();
    }

    @Test
    void areNotEarnedAgainAfterACallerRevokedThem() {
        testEarningRules.badge(brand, "critic", count("review.posted", 2));
        review(1);
        review(2);
        var award = onlyAward();
        assertThat(succeeded(revoke(award)).isActive()).isFalse();
        review(3);
        review(0);
        assertThat(testEarningRules.awards(ada)).isEmpty();
        assertThat(badges.awardsByIds(call().caller(), List.of(award.id())).get(award.id()))
                .extracting(BadgeAward::revocationReason)
                .isEqualTo("He cheated");
    }

    @Test
    void areNotActiveAgainWhateverTextTheReasonHas() {
        testEarningRules.badge(brand, "critic", count("review.posted", 1));
        review(1);
        var reason = "The activities that earned the award no longer count.";
        succeeded(badges.revoke(call(), new RevokeBadge(onlyAward().id(), reason)));
        review(2);
        review(0);
        assertThat(testEarningRules.awards(ada)).isEmpty();
    }

    @Test
    void areRevokedOnceWithTheSameKeyAndOnlyOnceWithAnother() {
        testEarningRules.badge(brand, "critic", count("review.posted", 1));
        review(1);
        var award = onlyAward();
        var call = call();
        var command = new RevokeBadge(award.id(), "He cheated");
        var first = succeeded(badges.revoke(call, command));
        assertThat(badges.revoke(call, command)).isEqualTo(new Result.Success<>(first, true));
        assertThat(rejections(badges.revoke(call(), command))).containsExactly("ALREADY_REVOKED");
        assertThat(rejections(badges.revoke(call, new RevokeBadge(award.id(), "Another"))))
                .containsExactly("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void areRevokedByOneOfManyConcurrentCalls() throws Exception {
        testEarningRules.badge(brand, "critic", count("review.posted", 1));
        review(1);
        var award = onlyAward();
        var results = race(copies(8, (Callable<Result<BadgeAward>>) () -> revoke(award)));
        assertThat(results).filteredOn(Result.Success.class::isInstance).hasSize(1);
    }

    @Test
    void areSafeFromStrangersAndFromNonsense() {
        testEarningRules.badge(brand, "critic", count("review.posted", 1));
        review(1);
        var id = onlyAward().id();
        var stranger = callOf(testBrand.newBrand());
        assertThat(rejections(badges.revoke(stranger, new RevokeBadge(id, "Mine"))))
                .isEqualTo(rejections(badges.revoke(stranger, new RevokeBadge("bda_none", "Mine"))))
                .containsExactly("BADGE_AWARD_NOT_FOUND");
        assertThat(rejections(badges.revoke(call(), new RevokeBadge(id, " "))))
                .containsExactly("INVALID_INPUT");
        assertThat(rejections(badges.revoke(call(), new RevokeBadge(id, "x".repeat(501)))))
                .containsExactly("INVALID_INPUT");
        assertThat(testEarningRules.awards(ada)).hasSize(1);
    }

    @Test
    void doNotSatisfyConditionsAfterTheyAreRevoked() {
        var founder =
                succeeded(
                        badges.create(
                                call(),
                                brand.key(),
                                new CreateBadge("founder", "Founder", null, null),
                                new Validation()));
        testEarningRules.badge(brand, "critic", count("review.posted", 1));
        testEarningRules.publish(
                brand,
                "founders",
                rule(new PointsFormula.Fixed(10), new Condition.HasBadge("founder"), "vote.up"));
        publishForCritics();
        var manualAward =
                succeeded(badges.award(call(), new AwardBadge(ada.id(), founder.id(), null)));
        review(1);
        up(2);
        assertThat(testEarningRules.balance(ada)).isEqualTo(11);
        revoke(manualAward);
        up(3);
        assertThat(testEarningRules.balance(ada)).isEqualTo(12);
        revoke(onlyAward());
        up(4);
        assertThat(testEarningRules.balance(ada)).isEqualTo(12);
        // Points earned before the revocation stay after a replay.
        review(0);
        assertThat(testEarningRules.balance(ada)).isEqualTo(12);
    }

    private Result<BadgeAward> award(String badgeId) {
        return badges.award(call(), new AwardBadge(ada.id(), badgeId, "Forgiven"));
    }

    /** Returns all awards of the customer, revoked ones included, earliest first. */
    private List<BadgeAward> history() {
        return badges.ofCustomers(List.of(ada.id()), PageRequest.first(100))
                .get(ada.id())
                .items()
                .reversed();
    }

    @Test
    void canBeAwardedManuallyAfterARevocationAndSurviveReplays() {
        var critic = testEarningRules.badge(brand, "critic", count("review.posted", 2));
        var first = review(1);
        review(2);
        var taken = succeeded(revoke(onlyAward()));
        var manualAward = succeeded(award(critic.id()));
        assertThat(onlyAward()).isEqualTo(manualAward);
        assertThat(manualAward.reason()).isEqualTo("MANUAL");
        assertThat(history()).containsExactly(taken, manualAward);
        review(3);
        review(0);
        cancel(first);
        assertThat(history()).containsExactly(taken, manualAward);
        assertThat(rejections(award(critic.id()))).containsExactly("ALREADY_AWARDED");
        assertThat(rejections(revoke(taken))).containsExactly("ALREADY_REVOKED");
    }

    @Test
    void canBeAwardedManuallyAfterTheirCauseIsCancelledAndAreNotEarnedByAnother() {
        var critic = testEarningRules.badge(brand, "critic", count("review.posted", 1));
        cancel(review(1));
        var retracted = history().getFirst();
        var manualAward = succeeded(award(critic.id()));
        review(2);
        cancel(review(0));
        assertThat(history()).containsExactly(retracted, manualAward);
        assertThat(rejections(revoke(retracted))).containsExactly("ALREADY_REVOKED");
        succeeded(revoke(manualAward));
        review(3);
        cancel(review(4));
        assertThat(testEarningRules.awards(ada)).isEmpty();
    }

    @Test
    void canBeAwardedManuallyAgainAfterEachRevocation() {
        var critic = testEarningRules.badge(brand, "critic", count("review.posted", 1));
        for (var time = 0; time < 3; time++) {
            succeeded(revoke(succeeded(award(critic.id()))));
        }
        var last = succeeded(award(critic.id()));
        assertThat(history()).hasSize(4).endsWith(last);
        assertThat(onlyAward()).isEqualTo(last);
    }

    @Test
    void areAwardedManuallyAgainOnceUnderARepeatedKey() {
        var critic = testEarningRules.badge(brand, "critic", count("review.posted", 1));
        review(1);
        revoke(onlyAward());
        var call = call();
        var command = new AwardBadge(ada.id(), critic.id(), null);
        var first = succeeded(badges.award(call, command));
        assertThat(badges.award(call, command)).isEqualTo(new Result.Success<>(first, true));
        var taken = succeeded(revoke(first));
        assertThat(badges.award(call, command)).isEqualTo(new Result.Success<>(taken, true));
        assertThat(history()).hasSize(2);
    }

    @Test
    void areAwardedManuallyAgainByOneOfManyConcurrentCalls() throws Exception {
        var critic = testEarningRules.badge(brand, "critic", count("review.posted", 1));
        review(1);
        revoke(onlyAward());
        var results = race(copies(8, (Callable<Result<BadgeAward>>) () -> award(critic.id())));
        assertThat(results).filteredOn(Result.Success.class::isInstance).hasSize(1);
        assertThat(results.stream().flatMap(result -> rejections(result).stream()))
                .hasSize(7)
                .containsOnly("ALREADY_AWARDED");
        assertThat(history()).hasSize(2);
        assertThat(onlyAward().reason()).isEqualTo("MANUAL");
    }

    @Test
    void canBeRevokedPermanentlyAfterTheirCauseIsCancelled() {
        testEarningRules.badge(brand, "critic", count("review.posted", 1));
        cancel(review(1));
        var retracted = history().getFirst();
        var taken = succeeded(revoke(retracted));
        assertThat(taken.revocationReason()).isEqualTo("He cheated");
        assertThat(taken.revokedAt()).isEqualTo(retracted.revokedAt());
        review(2);
        review(0);
        assertThat(history()).containsExactly(taken);
        assertThat(rejections(revoke(retracted))).containsExactly("ALREADY_REVOKED");
    }

    @Test
    void satisfyConditionsAgainAfterAManualAward() {
        var critic = testEarningRules.badge(brand, "critic", count("review.posted", 1));
        publishForCritics();
        review(1);
        revoke(onlyAward());
        up(2);
        assertThat(testEarningRules.balance(ada)).isZero();
        succeeded(award(critic.id()));
        up(3);
        assertThat(testEarningRules.balance(ada)).isEqualTo(1);
        review(0);
        assertThat(testEarningRules.balance(ada)).isEqualTo(1);
    }

    private void up(int day) {
        testEarningRules.record(brand, did("u" + day, "vote.up", "ada", MONDAY.plusDays(day)));
    }

    @Test
    void showWhatTheyWereEarnedByInTheirPeriodOnly() {
        testEarningRules.badge(
                brand,
                "weekly",
                criteria(kinds("review.posted"), Measure.COUNT, MeasurePeriod.WEEK, 3));
        for (var day : List.of(5, 6, 7, 8, 9, 10)) {
            review(day);
        }
        assertThat(evidenceOf(onlyAward())).containsExactly("r9", "r8", "r7");
        var founder =
                succeeded(
                        badges.create(
                                call(),
                                brand.key(),
                                new CreateBadge("founder", "Founder", null, null),
                                new Validation()));
        var manualAward =
                succeeded(badges.award(call(), new AwardBadge(ada.id(), founder.id(), null)));
        assertThat(evidenceOf(manualAward)).isEmpty();
    }
}
