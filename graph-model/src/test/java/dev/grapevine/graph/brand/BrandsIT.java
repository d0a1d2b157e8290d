package dev.grapevine.graph.brand;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

@GraphTest
class BrandsIT {

    @Autowired Brands brands;

    @Autowired TestBrand testBrand;

    @Test
    void registersABrand() {
        var brand = testBrand.newBrand();
        assertThat(brands.byKey(call().caller(), brand.key())).contains(brand);
    }

    @Test
    void letsOneOfManyWinWhoWantTheSameKeyAtOnce() throws Exception {
        var key = "race-" + System.nanoTime();
        Callable<Result<Brand>> registration =
                () -> brands.register(call(), new RegisterBrand(key, "Mine"));
        var results = race(IntStream.range(0, 8).mapToObj(_ -> registration).toList());
        assertThat(results.stream().filter(result -> rejections(result).isEmpty())).hasSize(1);
        assertThat(results.stream().map(TestBrand::rejections).filter(codes -> !codes.isEmpty()))
                .hasSize(7)
                .allSatisfy(codes -> assertThat(codes).containsExactly("BRAND_KEY_TAKEN"));
    }

    @Test
    void recognisesARepeatedCall() {
        var call = call();
        var command = new RegisterBrand("again-" + System.nanoTime(), "Mine");
        var first = succeeded(brands.register(call, command));
        assertThat(brands.register(call, command)).isEqualTo(new Result.Success<>(first, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Upper", "with blank", "-hyphen-first"})
    void refusesKeysThatAreHardToType(String key) {
        assertThat(rejections(brands.register(call(), new RegisterBrand(key, "Mine"))))
                .containsExactly("INVALID_INPUT");
    }

    @Test
    void hidesOtherBrandsFromAPartner() {
        var mine = testBrand.newBrand();
        var other = testBrand.newBrand();
        var partner = callOf(mine).caller();
        assertThat(brands.byKey(partner, other.key())).isEmpty();
        assertThat(brands.byIds(partner, List.of(mine.id(), other.id())))
                .containsOnlyKeys(mine.id());
    }
}
