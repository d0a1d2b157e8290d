package dev.grapevine.graph.earning;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.activity.CancelActivity;
import dev.grapevine.graph.activity.RecordActivity;
import dev.grapevine.graph.badge.AwardBadge;
import dev.grapevine.graph.badge.RevokeBadge;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.contribution.ContributionStatus;
import dev.grapevine.graph.contribution.Contributions;
import dev.grapevine.graph.contribution.SubmitContribution;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.earning.config.RuleHistories;
import dev.grapevine.graph.earning.config.SetEarningLimit;
import dev.grapevine.graph.earning.config.SetTierSet;
import dev.grapevine.graph.earning.explain.ActivityExplanations;
import dev.grapevine.graph.earning.simulation.RuleSimulation;
import dev.grapevine.graph.earning.simulation.Simulations;
import dev.grapevine.graph.earning.simulation.StartRuleSimulation;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.InGraphTestContext;
import dev.grapevine.graph.testing.LedgerInvariants;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestEarningRules;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;

import org.awaitility.Awaitility;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * Replaying the published rules gives the live ledger, to the point, for any order of configuration
 * changes, recordings and cancellations. A failure prints its seed, which reproduces the case.
 */
@GraphTest
@AddLifecycleHook(InGraphTestContext.class)
class EarningProperties {

    @Autowired TestEarningRules testEarningRules;

    @Autowired Contributions contributions;

    @Autowired Simulations simulations;

    @Autowired ActivityExplanations explanations;

    @Autowired EarningStates earningStates;

    @Autowired RuleHistories histories;

    @Autowired LedgerInvariants invariants;

    @Autowired TestBrand testBrand;

    @Autowired Driver driver;

    /** Brand with customers and random configuration. */
    private record Scene(
            Brand brand, List<Customer> customers, RandomRuleSet made, List<String> rules) {}

    private Scene scene(long seed) {
        var brand = testBrand.newBrand();
        var names = List.of("ada", "grace", "alan");
        var customers = names.stream().map(name -> testBrand.enrol(brand, name)).toList();
        testBrand.enrol(brand, "author");
        for (var idea : RandomRuleSet.CONTRIBUTIONS) {
            var submitted =
                    new SubmitContribution(
                            idea,
                            "author",
                            "IDEA",
                            idea,
                            null,
                            null,
                            List.of(),
                            0,
                            ContributionStatus.OPEN,
                            null);
            succeeded(contributions.submit(call(), brand.key(), submitted));
        }
        testEarningRules.kinds(brand, RandomRuleSet.FIELDS, RandomRuleSet.KINDS);
        var scene = new Scene(brand, customers, new RandomRuleSet(seed, names), new ArrayList<>());
        create(scene);
        for (var badge : RandomRuleSet.BADGES) {
            testEarningRules.badge(brand, badge, scene.made().badge());
        }
        for (var rule = 0; rule < 4; rule++) {
            publish(scene);
        }
        change(scene);
        return scene;
    }

    private void publish(Scene scene) {
        var key = "rule-" + scene.made().below(6);
        testEarningRules.publish(scene.brand(), key, scene.made().rule(scene.rules()));
        if (!scene.rules().contains(key)) {
            scene.rules().add(key);
        }
    }

    private void create(Scene scene) {
        var tierSet = new SetTierSet(RandomRuleSet.TIER_SET, "Status", scene.made().tierSet());
        succeeded(testEarningRules.rules.set(call(), scene.brand().key(), tierSet));
    }

    private void change(Scene scene) {
        var made = scene.made();
        switch (made.below(6)) {
            case 0 -> create(scene);
            case 1 -> {
                var limit =
                        new SetEarningLimit(
                                "limit-" + made.below(3), "Limit", made.limit(scene.rules()));
                succeeded(testEarningRules.rules.set(call(), scene.brand().key(), limit));
            }
            case 2 -> {
                var badge =
                        testEarningRules.badges.byKey(
                                scene.brand().id(), made.among(RandomRuleSet.BADGES));
                var customer = made.among(scene.customers());
                testEarningRules.badges.award(
                        call(), new AwardBadge(customer.id(), badge.orElseThrow().id(), "Why not"));
            }
            case 3 -> revoke(scene);
            default -> publish(scene);
        }
    }

    /** Revokes a badge award, which may be revoked automatically already. */
    private void revoke(Scene scene) {
        var customer = scene.made().among(scene.customers());
        var awards =
                testEarningRules
                        .badges
                        .ofCustomers(List.of(customer.id()), PageRequest.first(100))
                        .get(customer.id())
                        .items();
        if (!awards.isEmpty()) {
            var award = scene.made().among(awards);
            testEarningRules.badges.revoke(call(), new RevokeBadge(award.id(), "It was not so"));
        }
    }

    private void cancel(Scene scene, List<Activity> recorded) {
        var activity = scene.made().among(recorded);
        var at =
                scene.made().oneIn(2)
                        ? activity.occurredAt().plusHours(scene.made().below(300))
                        : null;
        testEarningRules.activities.cancel(
                call(), new CancelActivity(activity.id(), "It was not so", at));
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void replayingThePublishedRulesGivesTheLiveLedger(@ForAll long seed) {
        var scene = scene(seed);
        var made = scene.made();
        var reported = made.activities(60);
        var recorded = new ArrayList<Activity>();
        var from = 0;
        while (from < reported.size()) {
            var to = Math.min(from + 1 + made.below(8), reported.size());
            var batch = new ArrayList<>(reported.subList(from, to));
            if (from > 0 && made.oneIn(3)) {
                batch.add(reported.get(made.below(from)));
            }
            testEarningRules
                    .tryRecord(scene.brand(), batch)
                    .forEach(one -> recorded.add(succeeded(one)));
            from = to;
            if (made.oneIn(4)) {
                cancel(scene, recorded);
            }
            if (made.oneIn(4)) {
                change(scene);
            }
        }
        check(scene);
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void replayingAfterConcurrentRecordingGivesTheLiveLedger(@ForAll long seed) throws Exception {
        var scene = scene(seed);
        var reported = scene.made().activities(80);
        race(
                IntStream.range(0, 4)
                        .mapToObj(
                                thread ->
                                        (Callable<Object>)
                                                () -> recordShare(scene, reported, thread))
                        .toList());
        check(scene);
    }

    /** Each thread has its own share, and some activities of the next one. */
    private Object recordShare(Scene scene, List<RecordActivity> all, int thread) {
        var own =
                new Scene(
                        scene.brand(),
                        scene.customers(),
                        new RandomRuleSet(thread, List.of("ada")),
                        scene.rules());
        var recorded = new ArrayList<Activity>();
        for (var n = thread; n < all.size(); n += 8) {
            var batch =
                    List.of(
                            all.get(n),
                            all.get((n + 4) % all.size()),
                            all.get((n + 5) % all.size()));
            testEarningRules
                    .tryRecord(scene.brand(), batch.stream().distinct().toList())
                    .forEach(result -> recorded.add(succeeded(result)));
            if (own.made().oneIn(5)) {
                cancel(own, recorded);
            }
            if (thread == 0 && own.made().oneIn(4)) {
                publish(own);
            }
        }
        return recorded;
    }

    private void check(Scene scene) {
        var replay = new Replay(earningStates, histories, driver);
        var sum = 0L;
        for (var customer : scene.customers()) {
            var earned = replay.check(scene.brand(), customer);
            assertThat(replay.entriesBeforeTheirActivity(customer)).isEmpty();
            assertThat(explained(customer)).isEqualTo(replay.posted(customer));
            var wallet = testEarningRules.wallet(customer);
            assertThat(wallet.balance() - wallet.debt()).isEqualTo(earned);
            sum += earned;
        }
        invariants.check(scene.brand().id());
        var ruleSimulation = simulated(scene.brand());
        assertThat(ruleSimulation.state()).isEqualTo(RuleSimulation.State.DONE);
        for (var total : ruleSimulation.totals()) {
            assertThat(total.before()).isEqualTo(total.after()).isEqualTo(sum);
            assertThat(total.changedCustomers()).isZero();
        }
        assertThat(ruleSimulation.totals()).hasSizeLessThanOrEqualTo(1);
    }

    /** Points of the explanations of all activities, by activity and rule version. */
    private Map<String, Long> explained(Customer customer) {
        var points = new TreeMap<String, Long>();
        for (var activity :
                earningStates
                        .history(List.of(customer.id()))
                        .getOrDefault(customer.id(), List.of())) {
            for (var trace :
                    explanations.explain(Caller.SYSTEM, activity.id()).orElseThrow().ruleTraces()) {
                points.put(activity.id() + " " + trace.ruleVersionId(), trace.amount());
            }
        }
        points.values().removeIf(sum -> sum == 0);
        return points;
    }

    private RuleSimulation simulated(Brand brand) {
        var command =
                new StartRuleSimulation(
                        List.of(),
                        OffsetDateTime.parse("2026-03-25T00:00:00Z"),
                        OffsetDateTime.parse("2026-04-05T00:00:00Z"));
        var id = succeeded(simulations.simulate(Caller.SYSTEM, brand.key(), command)).id();
        Awaitility.await()
                .until(
                        () ->
                                simulations.byIds(Caller.SYSTEM, List.of(id)).get(id).state()
                                        != RuleSimulation.State.RUNNING);
        return simulations.byIds(Caller.SYSTEM, List.of(id)).get(id);
    }
}
