package dev.grapevine.graph.referral;

import static dev.grapevine.graph.testing.World.call;
import static dev.grapevine.graph.testing.World.callOf;
import static dev.grapevine.graph.testing.World.done;
import static dev.grapevine.graph.testing.World.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.engagement.Activities;
import dev.grapevine.graph.engagement.Activity;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.World;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

@GraphTest
class ReferralsIT {

    private static final Map<String, @Nullable Object> ALL_KINDS =
            Collections.singletonMap("kinds", null);

    @Autowired Referrals referrals;

    @Autowired Activities activities;

    @Autowired World world;

    Brand brand;
    Customer ada;
    Customer grace;

    @BeforeEach
    void enrolAdaAndGrace() {
        brand = world.newBrand();
        ada = world.enrol(brand, "ada");
        grace = world.enrol(brand, "grace");
    }

    @Test
    void registersWhoBroughtWhomAndWhenAndByWhichCode() {
        var when = OffsetDateTime.parse("2026-03-01T12:00:00.123Z");
        var referral =
                done(
                        referrals.register(
                                call(),
                                new RegisterReferral(ada.id(), grace.id(), "SPRING", when)));
        assertThat(referral.referrer()).isEqualTo(ada);
        assertThat(referral.referee()).isEqualTo(grace);
        assertThat(referral.referredAt()).isEqualTo(when);
        assertThat(referral.code()).isEqualTo("SPRING");
        assertThat(referrals.thatBrought(List.of(grace.id(), ada.id())))
                .containsExactly(Map.entry(grace.id(), referral));
        assertThat(referrals.byIds(Caller.GRAPEVINE, List.of(referral.id())))
                .containsValue(referral);
    }

    @Test
    void recordsTheActivityForTheReferrer() {
        var referral = done(refer(ada, grace));
        assertThat(activitiesOf(ada))
                .singleElement()
                .satisfies(
                        activity -> {
                            assertThat(activity.kind()).isEqualTo("referral.made");
                            assertThat(activity.occurredAt()).isEqualTo(referral.referredAt());
                        });
        assertThat(activitiesOf(grace)).isEmpty();
    }

    @Test
    void recordsNothingForARefusedReferral() {
        refer(ada, ada);
        assertThat(activitiesOf(ada)).isEmpty();
    }

    @Test
    void refusesThatSomebodyRefersThemselves() {
        assertThat(refusals(refer(ada, ada))).containsExactly("SELF_REFERRAL");
    }

    @Test
    void refusesASecondReferrer() {
        var alan = world.enrol(brand, "alan");
        done(refer(ada, grace));
        assertThat(refusals(refer(alan, grace))).containsExactly("ALREADY_REFERRED");
        assertThat(refusals(refer(ada, grace))).containsExactly("ALREADY_REFERRED");
        assertThat(chainOf(grace)).containsExactly("ada");
    }

    @Test
    void refusesACycleOfTwo() {
        done(refer(ada, grace));
        assertThat(refusals(refer(grace, ada))).containsExactly("REFERRAL_CYCLE");
        assertThat(chainOf(ada)).isEmpty();
    }

    @Test
    void refusesACycleOfThirty() {
        var people =
                IntStream.range(0, 30)
                        .mapToObj(place -> world.enrol(brand, "katherine-" + place))
                        .toList();
        for (var place = 1; place < people.size(); place++) {
            done(refer(people.get(place - 1), people.get(place)));
        }
        assertThat(refusals(refer(people.getLast(), people.getFirst())))
                .containsExactly("REFERRAL_CYCLE");
        assertThat(chainOf(people.getLast())).hasSize(29);
    }

    @Test
    void refusesCustomersWhoDoNotExist() {
        var nobody = new RegisterReferral("cus_nobody", grace.id(), null, null);
        assertThat(refusals(referrals.register(call(), nobody)))
                .containsExactly("CUSTOMER_NOT_FOUND");
        var refersNobody = new RegisterReferral(ada.id(), "cus_nobody", null, null);
        assertThat(referrals.register(call(), refersNobody))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.toString()).contains("cus_nobody", "[referee]"));
    }

    @Test
    void refusesAReferralAcrossBrands() {
        var stranger = world.enrol(world.newBrand(), "mary");
        assertThat(refusals(refer(ada, stranger))).containsExactly("CUSTOMER_NOT_FOUND");
        assertThat(refusals(refer(stranger, ada))).containsExactly("CUSTOMER_NOT_FOUND");
        assertThat(referrals.thatBrought(List.of(ada.id(), stranger.id()))).isEmpty();
    }

    @Test
    void refusesAReferralAcrossBrandsAmongManyAsWell() {
        var stranger = world.enrol(world.newBrand(), "mary");
        var outcomes =
                referrals.registerAll(
                        brand.id(),
                        List.of(
                                new RegisterReferral(ada.id(), stranger.id(), null, null),
                                new RegisterReferral(ada.id(), grace.id(), null, null)));
        assertThat(outcomes)
                .extracting(World::refusals)
                .containsExactly(List.of("CUSTOMER_NOT_FOUND"), List.of());
    }

    @Test
    void hidesCustomersAndReferralsOfOtherBrandsFromAPartner() {
        var referral = done(refer(ada, grace));
        var stranger = callOf(world.newBrand());
        var command = new RegisterReferral(grace.id(), world.enrol(brand, "alan").id(), null, null);
        assertThat(refusals(referrals.register(stranger, command)))
                .containsExactly("CUSTOMER_NOT_FOUND", "CUSTOMER_NOT_FOUND");
        assertThat(referrals.byIds(stranger.caller(), List.of(referral.id()))).isEmpty();
        assertThat(referrals.byIds(callOf(brand).caller(), List.of(referral.id()))).hasSize(1);
    }

    @Test
    void answersARepeatedKeyWithTheFirstReferral() {
        var call = call();
        var command = new RegisterReferral(ada.id(), grace.id(), "SPRING", null);
        var first = done(referrals.register(call, command));
        assertThat(referrals.register(call, command)).isEqualTo(new Outcome.Done<>(first, true));
        assertThat(activitiesOf(ada)).hasSize(1);
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherReferral() {
        var call = call();
        done(referrals.register(call, new RegisterReferral(ada.id(), grace.id(), null, null)));
        var other = new RegisterReferral(grace.id(), ada.id(), null, null);
        assertThat(refusals(referrals.register(call, other)))
                .containsExactly("IDEMPOTENCY_KEY_REUSED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59Z", "2999-01-01T00:00:00Z"})
    void refusesTimesOutsideTheCalendar(String time) {
        var command = new RegisterReferral(ada.id(), grace.id(), null, OffsetDateTime.parse(time));
        assertThat(refusals(referrals.register(call(), command))).containsExactly("INVALID_INPUT");
        assertThat(referrals.thatBrought(List.of(grace.id()))).isEmpty();
    }

    @Test
    void refusesACodeThatIsTooLong() {
        var command = new RegisterReferral(ada.id(), grace.id(), "x".repeat(65), null);
        assertThat(refusals(referrals.register(call(), command))).containsExactly("INVALID_INPUT");
    }

    private Outcome<Referral> refer(Customer referrer, Customer referee) {
        return referrals.register(
                call(), new RegisterReferral(referrer.id(), referee.id(), null, null));
    }

    private List<String> chainOf(Customer customer) {
        return referrals.chains(List.of(customer.id()), 100).get(customer.id()).stream()
                .map(step -> step.customer().externalId())
                .toList();
    }

    private List<Activity> activitiesOf(Customer customer) {
        var request = new PageRequest(100, null, ALL_KINDS);
        return activities.ofCustomers(List.of(customer.id()), request).get(customer.id()).items();
    }
}
