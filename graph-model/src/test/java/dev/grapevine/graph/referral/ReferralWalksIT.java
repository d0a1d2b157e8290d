package dev.grapevine.graph.referral;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Chains, trees and statistics of one referral tree: ada referred grace and alan, grace katherine
 * and mary, katherine dorothy, dorothy annie.
 */
@GraphTest
class ReferralWalksIT {

    private static final OffsetDateTime SPRING = OffsetDateTime.parse("2026-03-01T12:00:00Z");

    @Autowired Referrals referrals;

    @Autowired TestBrand testBrand;

    @Autowired Driver driver;

    final Map<String, Customer> family = new HashMap<>();

    @BeforeEach
    void growAFamily() {
        var brand = testBrand.newBrand();
        for (var name : List.of("ada", "grace", "alan", "katherine", "mary", "dorothy", "annie")) {
            family.put(name, testBrand.enrol(brand, name));
        }
        refer("ada", "grace", SPRING.plusDays(1));
        refer("ada", "alan", SPRING);
        refer("grace", "mary", SPRING.plusDays(3));
        refer("grace", "katherine", SPRING.plusDays(3));
        refer("katherine", "dorothy", SPRING.plusDays(4));
        refer("dorothy", "annie", SPRING.plusDays(5));
    }

    @Test
    void walksAChainNearestFirst() {
        var chain = referrals.chains(List.of(id("annie")), 100).get(id("annie"));
        assertThat(names(chain)).containsExactly("dorothy", "katherine", "grace", "ada");
        assertThat(chain).extracting(ReferralStep::depth).containsExactly(1, 2, 3, 4);
        assertThat(chain)
                .extracting(ReferralStep::referredAt)
                .containsExactly(
                        SPRING.plusDays(5),
                        SPRING.plusDays(4),
                        SPRING.plusDays(3),
                        SPRING.plusDays(1));
    }

    @Test
    void endsAChainWhereItIsTold() {
        assertThat(names(referrals.chains(List.of(id("annie")), 2).get(id("annie"))))
                .containsExactly("dorothy", "katherine");
    }

    @Test
    void walksManyChainsAtOnce() {
        var chains = referrals.chains(List.of(id("mary"), id("ada"), id("alan")), 100);
        assertThat(names(chains.get(id("mary")))).containsExactly("grace", "ada");
        assertThat(chains.get(id("ada"))).isEmpty();
        assertThat(names(chains.get(id("alan")))).containsExactly("ada");
    }

    @Test
    void listsDirectReferralsEarliestFirst() {
        var direct =
                referrals.ofCustomers(List.of(id("ada")), PageRequest.first(10)).get(id("ada"));
        assertThat(direct.items())
                .extracting(referee -> referee.customer().externalId())
                .containsExactly("alan", "grace");
        assertThat(direct.hasMore()).isFalse();
    }

    @Test
    void pagesThroughDirectReferralsOfOneMomentWithoutLosingAny() {
        var paged = new ArrayList<String>();
        var request = PageRequest.first(1);
        for (var hasMore = true; hasMore; ) {
            var page = referrals.ofCustomers(List.of(id("grace")), request).get(id("grace"));
            page.items().forEach(referee -> paged.add(referee.customer().id()));
            hasMore = page.hasMore();
            request = new PageRequest(1, page.items().getLast().cursor(), Map.of());
        }
        assertThat(paged).containsExactlyInAnyOrder(id("mary"), id("katherine")).isSorted();
    }

    @Test
    void walksATreeBreadthFirstAndEarliestFirstAtEachDepth() {
        var tree = referrals.trees(List.of(id("ada")), tree(100, 10, null)).get(id("ada")).items();
        assertThat(tree)
                .isSortedAccordingTo(
                        comparingInt(ReferralStep::depth)
                                .thenComparing(ReferralStep::referredAt)
                                .thenComparing(comparing(step -> step.customer().id())));
        assertThat(tree).extracting(ReferralStep::depth).containsExactly(1, 1, 2, 2, 3, 4);
        assertThat(names(tree))
                .containsExactlyInAnyOrder("grace", "alan", "katherine", "mary", "dorothy", "annie")
                .startsWith("alan", "grace")
                .endsWith("dorothy", "annie");
    }

    @Test
    void walksATreeNoDeeperThanItIsTold() {
        for (var depth = 1; depth <= 4; depth++) {
            var tree =
                    referrals
                            .trees(List.of(id("ada")), tree(100, depth, null))
                            .get(id("ada"))
                            .items();
            assertThat(tree.getLast().depth()).isEqualTo(depth);
        }
    }

    @Test
    void walksATreeDownToTheTenthDepth() {
        var brand = testBrand.newBrand();
        var line = descend(brand, 12);
        var root = line.getFirst().id();
        var tree =
                referrals
                        .trees(List.of(root), tree(100, Referrals.MAX_TREE_DEPTH, null))
                        .get(root)
                        .items();
        assertThat(tree).extracting(ReferralStep::customer).isEqualTo(line.subList(1, 11));
        assertThat(tree)
                .extracting(ReferralStep::depth)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void pagesThroughATreeWithoutLosingAnyone() {
        var whole = referrals.trees(List.of(id("ada")), tree(100, 10, null)).get(id("ada")).items();
        var paged = new ArrayList<ReferralStep>();
        Cursor after = null;
        for (var hasMore = true; hasMore; ) {
            var page = referrals.trees(List.of(id("ada")), tree(1, 10, after)).get(id("ada"));
            paged.addAll(page.items());
            after = page.items().getLast().cursor();
            hasMore = page.hasMore();
        }
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void countsWhomACustomerBroughtByDepth() {
        var stats = referrals.stats(List.of(id("ada"), id("grace"), id("annie")));
        assertThat(stats.get(id("ada")))
                .isEqualTo(
                        new ReferralStats(
                                2,
                                6,
                                4,
                                List.of(
                                        new ReferralStats.DepthCount(1, 2),
                                        new ReferralStats.DepthCount(2, 2),
                                        new ReferralStats.DepthCount(3, 1),
                                        new ReferralStats.DepthCount(4, 1))));
        assertThat(stats.get(id("grace")).descendants()).isEqualTo(4);
        assertThat(stats.get(id("annie"))).isEqualTo(new ReferralStats(0, 0, 0, List.of()));
    }

    @Test
    void countsAChainOfFiveThousandWithinTheTimeOfACall() {
        var length = 5_000;
        var chain = Map.<String, Object>of("id", UUID.randomUUID().toString(), "length", length);
        try (var session = driver.session()) {
            session.run(
                            """
                            UNWIND range(0, $length) AS i
                            CREATE (:Customer {id: $id + '-' + i, brandId: $id})
                            WITH count(*) AS created
                            UNWIND range(1, $length) AS i
                            MATCH (referrer:Customer {id: $id + '-' + (i - 1)})
                            MATCH (referee:Customer {id: $id + '-' + i})
                            CREATE (referrer)-[:REFERRED {id: referee.id, refereeId: referee.id}]->(referee)
                            """,
                            chain)
                    .consume();
            try {
                var root = chain.get("id") + "-0";
                var stats = referrals.stats(List.of(root)).get(root);
                assertThat(stats.descendants()).isEqualTo(length);
                assertThat(stats.maxDepth()).isEqualTo(length);
            } finally {
                session.run("MATCH (n:Customer) WHERE n.brandId = $id DETACH DELETE n", chain)
                        .consume();
            }
        }
    }

    private List<Customer> descend(Brand brand, int generations) {
        var line = new ArrayList<Customer>();
        for (var generation = 0; generation < generations; generation++) {
            line.add(testBrand.enrol(brand, "katherine-" + generation));
            if (generation > 0) {
                var command =
                        new RegisterReferral(
                                line.get(generation - 1).id(), line.getLast().id(), null, null);
                succeeded(referrals.register(call(), command));
            }
        }
        return line;
    }

    private void refer(String referrer, String referee, OffsetDateTime when) {
        succeeded(
                referrals.register(
                        call(), new RegisterReferral(id(referrer), id(referee), null, when)));
    }

    private String id(String name) {
        return family.get(name).id();
    }

    private static PageRequest tree(int first, int maxDepth, @Nullable Cursor after) {
        return new PageRequest(first, after, Map.of("maxDepth", maxDepth));
    }

    private static List<String> names(List<ReferralStep> steps) {
        return steps.stream().map(step -> step.customer().externalId()).toList();
    }
}
