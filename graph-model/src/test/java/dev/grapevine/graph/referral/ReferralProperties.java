package dev.grapevine.graph.referral;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.customer.EnrolCustomer;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.InGraphTestContext;
import dev.grapevine.graph.testing.TestBrand;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;

import org.springframework.beans.factory.annotation.Autowired;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Comparison of the referrals with a model that is a map, over random sequences of registrations.
 */
@GraphTest
@AddLifecycleHook(InGraphTestContext.class)
class ReferralProperties {

    private static final int PEOPLE = 6;

    @Autowired Referrals referrals;

    @Autowired Customers customers;

    @Autowired TestBrand testBrand;

    /** Referral between two people, by their indexes. */
    record Step(int referrer, int referee) {}

    /** Model: the referrer of each referee. */
    private static final class Model {

        private final Map<Integer, Integer> parents = new HashMap<>();

        List<String> register(Step step) {
            if (step.referrer() == step.referee()) {
                return List.of("SELF_REFERRAL");
            }
            if (parents.containsKey(step.referee())) {
                return List.of("ALREADY_REFERRED");
            }
            if (chain(step.referrer()).contains(step.referee())) {
                return List.of("REFERRAL_CYCLE");
            }
            parents.put(step.referee(), step.referrer());
            return List.of();
        }

        List<Integer> chain(int person) {
            return Stream.iterate(parents.get(person), parent -> parent != null, parents::get)
                    .toList();
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var person = Arbitraries.integers().between(0, PEOPLE - 1);
        return Combinators.combine(person, person).as(Step::new).list().ofMinSize(1).ofMaxSize(16);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void answersAndGrowsLikeTheModelOneByOne(@ForAll("steps") List<Step> steps) {
        var model = new Model();
        var people = enrolPeople(testBrand.newBrand());
        for (var step : steps) {
            var result = referrals.register(call(), command(people, step));
            assertThat(TestBrand.rejections(result))
                    .as(step.toString())
                    .isEqualTo(model.register(step));
        }
        assertThat(chainsOf(people)).isEqualTo(chainsIn(model));
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void answersAndGrowsLikeTheModelInOneBatch(@ForAll("steps") List<Step> steps) {
        var model = new Model();
        var brand = testBrand.newBrand();
        var people = enrolPeople(brand);
        var commands = steps.stream().map(step -> command(people, step)).toList();
        var results = referrals.registerAll(brand.id(), commands);
        assertThat(results.stream().map(TestBrand::rejections).toList())
                .isEqualTo(steps.stream().map(model::register).toList());
        assertThat(chainsOf(people)).isEqualTo(chainsIn(model));
    }

    private List<Customer> enrolPeople(Brand brand) {
        var commands =
                IntStream.range(0, PEOPLE)
                        .mapToObj(index -> new EnrolCustomer("person-" + index, null, null))
                        .toList();
        return customers.enrolAll(brand.id(), commands).stream()
                .map(result -> succeeded(result))
                .toList();
    }

    private static RegisterReferral command(List<Customer> people, Step step) {
        return new RegisterReferral(
                people.get(step.referrer()).id(), people.get(step.referee()).id(), null, null);
    }

    private List<List<String>> chainsOf(List<Customer> people) {
        var chains = referrals.chains(people.stream().map(Customer::id).toList(), 100);
        var result = new ArrayList<List<String>>();
        people.forEach(
                person ->
                        result.add(
                                chains.get(person.id()).stream()
                                        .map(step -> step.customer().externalId())
                                        .toList()));
        return result;
    }

    private static List<List<String>> chainsIn(Model model) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(
                        person ->
                                model.chain(person).stream()
                                        .map(parent -> "person-" + parent)
                                        .toList())
                .toList();
    }
}
