package dev.grapevine.graph.referral;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.copies;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

@GraphTest
class ReferralRacesIT {

    private static final int ROUNDS = 20;

    @Autowired Referrals referrals;

    @Autowired TestBrand testBrand;

    Brand brand;

    @BeforeEach
    void foundABrand() {
        brand = testBrand.newBrand();
    }

    @RepeatedTest(ROUNDS)
    void letsTwoOfThreeReferralsThatWouldCloseACycleSucceed() throws Exception {
        var ada = testBrand.enrol(brand, "ada");
        var grace = testBrand.enrol(brand, "grace");
        var katherine = testBrand.enrol(brand, "katherine");
        var results =
                race(List.of(refer(ada, grace), refer(grace, katherine), refer(katherine, ada)));
        assertThat(results.stream().flatMap(result -> rejections(result).stream()))
                .containsExactly("REFERRAL_CYCLE");
        assertThat(referrals.byReferee(List.of(ada.id(), grace.id(), katherine.id()))).hasSize(2);
    }

    @RepeatedTest(ROUNDS)
    void letsOneOfTwoReferralsThatJoinTwoFamiliesBothWaysSucceed() throws Exception {
        var ada = testBrand.enrol(brand, "ada");
        var grace = testBrand.enrol(brand, "grace");
        var alan = testBrand.enrol(brand, "alan");
        var mary = testBrand.enrol(brand, "mary");
        succeeded(refer(ada, grace).call());
        succeeded(refer(alan, mary).call());
        var results = race(List.of(refer(grace, alan), refer(mary, ada)));
        assertThat(results.stream().flatMap(result -> rejections(result).stream()))
                .containsExactly("REFERRAL_CYCLE");
    }

    @Test
    void letsOneOfThirtyTwoReferrersSucceedWithOneCustomer() throws Exception {
        var annie = testBrand.enrol(brand, "annie");
        var work =
                IntStream.range(0, 32)
                        .mapToObj(
                                index -> refer(testBrand.enrol(brand, "referrer-" + index), annie))
                        .toList();
        var results = race(work);
        assertThat(results.stream().flatMap(result -> rejections(result).stream()))
                .hasSize(31)
                .containsOnly("ALREADY_REFERRED");
        assertThat(referrals.chains(List.of(annie.id()), 100).get(annie.id())).hasSize(1);
    }

    @Test
    void hasOneEffectWhenManyCallsRaceUnderOneKey() throws Exception {
        var ada = testBrand.enrol(brand, "ada");
        var grace = testBrand.enrol(brand, "grace");
        var call = call();
        var command = new RegisterReferral(ada.id(), grace.id(), null, null);
        var results = race(copies(24, () -> referrals.register(call, command)));
        assertThat(results.stream().map(TestBrand::succeeded).distinct()).hasSize(1);
        assertThat(results.stream().filter(result -> !((Result.Success<?>) result).isReplay()))
                .hasSize(1);
    }

    private Callable<Result<Referral>> refer(Customer referrer, Customer referee) {
        return () ->
                referrals.register(
                        call(), new RegisterReferral(referrer.id(), referee.id(), null, null));
    }
}
