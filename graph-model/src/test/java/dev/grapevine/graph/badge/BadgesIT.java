package dev.grapevine.graph.badge;

import static dev.grapevine.graph.testing.World.call;
import static dev.grapevine.graph.testing.World.callOf;
import static dev.grapevine.graph.testing.World.copies;
import static dev.grapevine.graph.testing.World.done;
import static dev.grapevine.graph.testing.World.race;
import static dev.grapevine.graph.testing.World.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.customer.EnrolCustomer;
import dev.grapevine.graph.engagement.Activities;
import dev.grapevine.graph.engagement.RecordActivity;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.referral.Referrals;
import dev.grapevine.graph.referral.RegisterReferral;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.World;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

@GraphTest
class BadgesIT {

    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-03-01T12:00:00Z");
    private static final DefineBadge CRITIC =
            DefineBadge.counting("critic", "Critic", "Three reviews", "review.posted", 3);
    private static final DefineBadge FOUNDER = new DefineBadge("founder", "Founder", null, null);

    static final List<DefineBadge> WRONG =
            List.of(
                    DefineBadge.counting("critic", "Critic", null, "", 3),
                    DefineBadge.counting("critic", "Critic", null, "review.posted", 0),
                    DefineBadge.counting("critic", "Critic", null, "review.posted", 1_000_001),
                    DefineBadge.counting("critic", "Critic", null, "Review Posted", 3),
                    new DefineBadge("C", "Critic", null, null),
                    new DefineBadge("critic", "", null, null),
                    new DefineBadge("critic", "Critic", "x".repeat(501), null));

    @Autowired Badges badges;

    @Autowired Activities activities;

    @Autowired Customers customers;

    @Autowired Referrals referrals;

    @Autowired World world;

    Brand brand;
    Customer ada;

    @BeforeEach
    void enrolAda() {
        brand = world.newBrand();
        ada = world.enrol(brand, "ada");
    }

    @Test
    void areAwardedWithTheActivityThatReachesTheThreshold() {
        var critic = done(define(CRITIC));
        review(2);
        assertThat(awards(ada)).isEmpty();
        review(1);
        assertThat(awards(ada))
                .singleElement()
                .satisfies(
                        award -> {
                            assertThat(award.badgeId()).isEqualTo(critic.id());
                            assertThat(award.reason()).isEqualTo("THRESHOLD_REACHED");
                            assertThat(award.count()).isEqualTo(3);
                            assertThat(award.awardedBy()).isEqualTo("grapevine");
                        });
    }

    @Test
    void areAwardedOnceHoweverManyActivitiesFollow() {
        done(define(CRITIC));
        review(10);
        review(10);
        assertThat(awards(ada)).hasSize(1);
    }

    @Test
    void areNotAwardedForActivitiesOfAnotherKind() {
        done(define(DefineBadge.counting("payer", "Payer", null, "order.paid", 1)));
        review(5);
        assertThat(awards(ada)).isEmpty();
    }

    @Test
    void areAwardedForWhatGrapevineSeesItself() {
        done(define(DefineBadge.counting("host", "Host", null, "referral.made", 1)));
        var grace = world.enrol(brand, "grace");
        done(referrals.register(call(), new RegisterReferral(ada.id(), grace.id(), null, null)));
        assertThat(awards(ada)).hasSize(1);
        assertThat(awards(grace)).isEmpty();
    }

    @Test
    void areAwardedOnceWhenTheThresholdIsReachedInManyThreads() throws Exception {
        done(define(CRITIC));
        race(
                copies(
                        24,
                        (Callable<Object>)
                                () -> {
                                    review(1);
                                    return ada;
                                }));
        assertThat(awards(ada)).singleElement().extracting(BadgeAward::count).isEqualTo(3L);
    }

    @Test
    void areAwardedInHindsightToWhoeverHasReachedTheThresholdBefore() {
        var grace = world.enrol(brand, "grace");
        review(3);
        var critic = done(define(CRITIC));
        assertThat(awards(ada)).extracting(BadgeAward::badgeId).containsExactly(critic.id());
        assertThat(awards(grace)).isEmpty();
    }

    @Test
    void areAwardedInHindsightToMoreThanOneBatchOfCustomers() {
        var names = IntStream.range(0, 1_001).mapToObj(place -> "u" + place).toList();
        var people =
                customers
                        .enrolAll(
                                brand.id(),
                                names.stream()
                                        .map(name -> new EnrolCustomer(name, null, null))
                                        .toList())
                        .stream()
                        .map(World::done)
                        .toList();
        activities.recordAll(
                brand.id(),
                names.stream()
                        .map(
                                name ->
                                        new RecordActivity(
                                                "r-" + name,
                                                "review.posted",
                                                name,
                                                null,
                                                NOON,
                                                1,
                                                null))
                        .toList());
        done(define(DefineBadge.counting("reader", "Reader", null, "review.posted", 1)));
        var awarded =
                badges.ofCustomers(
                        people.stream().map(Customer::id).toList(), PageRequest.first(2));
        assertThat(awarded)
                .hasSize(1_001)
                .allSatisfy((_, page) -> assertThat(page.items()).hasSize(1));
    }

    @Test
    void areAwardedByHandWithANote() {
        var founder = done(define(FOUNDER));
        var partner = callOf(brand);
        var award =
                done(
                        badges.award(
                                partner,
                                new AwardBadge(ada.id(), founder.id(), "The first of us")));
        assertThat(award.reason()).isEqualTo("MANUAL");
        assertThat(award.note()).isEqualTo("The first of us");
        assertThat(award.awardedBy()).isEqualTo(partner.caller().id());
        assertThat(awards(ada)).containsExactly(award);
        assertThat(badges.awardsByIds(Caller.GRAPEVINE, List.of(award.id())))
                .isEqualTo(Map.of(award.id(), award));
    }

    @Test
    void areNotAwardedASecondTime() {
        var critic = done(define(CRITIC));
        done(award(ada, critic));
        assertThat(refusals(award(ada, critic))).containsExactly("ALREADY_AWARDED");
        review(3);
        assertThat(awards(ada)).singleElement().extracting(BadgeAward::reason).isEqualTo("MANUAL");
    }

    @Test
    void areAwardedOnceUnderARepeatedKey() {
        var command = new AwardBadge(ada.id(), done(define(FOUNDER)).id(), null);
        var call = call();
        var first = done(badges.award(call, command));
        assertThat(badges.award(call, command)).isEqualTo(new Outcome.Done<>(first, true));
    }

    @Test
    void ofAnotherBrandAreUnknown() {
        var elsewhere = world.newBrand();
        var theirs = done(badges.define(call(), elsewhere.key(), FOUNDER));
        assertThat(refusals(award(ada, theirs))).containsExactly("BADGE_NOT_FOUND");
        assertThat(
                        refusals(
                                badges.award(
                                        callOf(elsewhere),
                                        new AwardBadge(ada.id(), theirs.id(), null))))
                .containsExactly("CUSTOMER_NOT_FOUND");
        assertThat(badges.byIds(callOf(brand).caller(), List.of(theirs.id()))).isEmpty();
        assertThat(awards(ada)).isEmpty();
    }

    @Test
    void haveAKeyOfTheirOwnInTheirBrand() {
        done(define(CRITIC));
        assertThat(refusals(define(new DefineBadge("critic", "Another", null, null))))
                .containsExactly("BADGE_KEY_TAKEN");
        done(badges.define(call(), world.newBrand().key(), CRITIC));
    }

    @ParameterizedTest
    @FieldSource("WRONG")
    void areRefusedWhenTheyAreWrong(DefineBadge wrong) {
        assertThat(refusals(define(wrong))).isNotEmpty().containsOnly("INVALID_INPUT");
    }

    @Test
    void areDefinedOnceUnderARepeatedKeyAndForOneBrand() {
        var call = call();
        var first = done(badges.define(call, brand.key(), CRITIC));
        assertThat(badges.define(call, brand.key(), CRITIC))
                .isEqualTo(new Outcome.Done<>(first, true));
        assertThat(refusals(badges.define(call, world.newBrand().key(), CRITIC)))
                .containsExactly("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void letsOneOfManyWinWhoDefineABadgeUnderTheSameKeyAtOnce() throws Exception {
        Callable<Outcome<Badge>> definition =
                () -> define(new DefineBadge("only-one", "Only one", null, null));
        var outcomes = race(IntStream.range(0, 8).mapToObj(_ -> definition).toList());
        assertThat(outcomes.stream().filter(outcome -> refusals(outcome).isEmpty())).hasSize(1);
        assertThat(outcomes.stream().map(World::refusals).filter(codes -> !codes.isEmpty()))
                .hasSize(7)
                .allSatisfy(codes -> assertThat(codes).containsExactly("BADGE_KEY_TAKEN"));
    }

    private Outcome<Badge> define(DefineBadge command) {
        return badges.define(call(), brand.key(), command);
    }

    private Outcome<BadgeAward> award(Customer customer, Badge badge) {
        return badges.award(call(), new AwardBadge(customer.id(), badge.id(), null));
    }

    private void review(int times) {
        var commands =
                IntStream.range(0, times)
                        .mapToObj(
                                _ ->
                                        new RecordActivity(
                                                UUID.randomUUID().toString(),
                                                "review.posted",
                                                "ada",
                                                null,
                                                NOON,
                                                1,
                                                null))
                        .toList();
        done(activities.record(Caller.GRAPEVINE, brand.key(), commands)).forEach(World::done);
    }

    private List<BadgeAward> awards(Customer customer) {
        return badges.ofCustomers(List.of(customer.id()), PageRequest.first(100))
                .get(customer.id())
                .items();
    }
}
