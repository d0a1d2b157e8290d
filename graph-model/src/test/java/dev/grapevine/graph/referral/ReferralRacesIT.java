package dev.grapevine.graph.referral;

import static dev.grapevine.graph.testing.World.call;
import static dev.grapevine.graph.testing.World.copies;
import static dev.grapevine.graph.testing.World.done;
import static dev.grapevine.graph.testing.World.race;
import static dev.grapevine.graph.testing.World.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.World;

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

    @Autowired World world;

    Brand brand;

    @BeforeEach
    void foundABrand() {
        brand = world.newBrand();
    }

    @RepeatedTest(ROUNDS)
    void letsTwoOfThreeReferralsThatWouldCloseACycleSucceed() throws Exception {
        var ada = world.enrol(brand, "ada");
        var grace = world.enrol(brand, "grace");
        var katherine = world.enrol(brand, "katherine");
        var results =
                race(List.of(refer(ada, grace), refer(grace, katherine), refer(katherine, ada)));
        assertThat(results.stream().flatMap(result -> refusals(result).stream()))
                .containsExactly("REFERRAL_CYCLE");
        assertThat(referrals.byReferee(List.of(ada.id(), grace.id(), katherine.id()))).hasSize(2);
    }

    @RepeatedTest(ROUNDS)
    void letsOneOfTwoReferralsThatJoinTwoFamiliesBothWaysSucceed() throws Exception {
        var ada = world.enrol(brand, "ada");
        var grace = world.enrol(brand, "grace");
        var alan = world.enrol(brand, "alan");
        var mary = world.enrol(brand, "mary");
        done(refer(ada, grace).call());
        done(refer(alan, mary).call());
        var results = race(List.of(refer(grace, alan), refer(mary, ada)));
        assertThat(results.stream().flatMap(result -> refusals(result).stream()))
                .containsExactly("REFERRAL_CYCLE");
    }

    @Test
    void letsOneOfThirtyTwoReferrersSucceedWithOneCustomer() throws Exception {
        var annie = world.enrol(brand, "annie");
        var work =
                IntStream.range(0, 32)
                        .mapToObj(place -> refer(world.enrol(brand, "referrer-" + place), annie))
                        .toList();
        var results = race(work);
        assertThat(results.stream().flatMap(result -> refusals(result).stream()))
                .hasSize(31)
                .containsOnly("ALREADY_REFERRED");
        assertThat(referrals.chains(List.of(annie.id()), 100).get(annie.id())).hasSize(1);
    }

    @Test
    void hasOneEffectWhenManyCallsRaceUnderOneKey() throws Exception {
        var ada = world.enrol(brand, "ada");
        var grace = world.enrol(brand, "grace");
        var commandCall = call();
        var command = new RegisterReferral(ada.id(), grace.id(), null, null);
        var results = race(copies(24, () -> referrals.register(commandCall, command)));
        assertThat(results.stream().map(World::done).distinct()).hasSize(1);
        assertThat(results.stream().filter(result -> !((Result.Success<?>) result).isReplay()))
                .hasSize(1);
    }

    private Callable<Result<Referral>> refer(Customer referrer, Customer referee) {
        return () ->
                referrals.register(
                        call(), new RegisterReferral(referrer.id(), referee.id(), null, null));
    }
}
