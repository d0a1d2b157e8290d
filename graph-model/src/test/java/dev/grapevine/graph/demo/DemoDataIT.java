package dev.grapevine.graph.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.badge.Badges;
import dev.grapevine.graph.contribution.Contributions;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.ledger.Wallets;
import dev.grapevine.graph.referral.Referrals;
import dev.grapevine.graph.testing.GraphTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.ArrayList;
import java.util.List;

@GraphTest
class DemoDataIT {

    @Autowired DemoData demoData;

    @Autowired Customers customers;

    @Autowired Referrals referrals;

    @Autowired Contributions contributions;

    @Autowired Wallets points;

    @Autowired Badges badges;

    @Test
    void tellsOfAChainThatBeginsWithAdaAndOfAnIdeaThatShips() {
        demoData.create(_ -> {});
        var annie = customers.byExternalId(Caller.SYSTEM, "larkspur", "annie").orElseThrow();
        var chain = referrals.chains(List.of(annie.id()), 20).get(annie.id());
        assertThat(chain)
                .extracting(step -> step.customer().displayName())
                .containsExactly("Dorothy", "Katherine", "Grace", "Ada");
        var idea = contributions.byExternalId(Caller.SYSTEM, "larkspur", "idea-1").orElseThrow();
        assertThat(idea.status()).isEqualTo("SHIPPED");
        assertThat(idea.netVotes()).isEqualTo(3);
    }

    @Test
    void changesNothingWhenItIsToldAgain() {
        demoData.create(_ -> {});
        var again = new ArrayList<DemoData.DemoKey>();
        demoData.create(again::add);
        assertThat(again).extracting(DemoData.DemoKey::apiKey).containsOnlyNulls();
        var grace = customers.byExternalId(Caller.SYSTEM, "larkspur", "grace").orElseThrow();
        assertThat(points.ofCustomers(List.of(grace.id()), "points").get(grace.id()).balance())
                .isEqualTo(1490);
        var hers = badges.ofCustomers(List.of(grace.id()), PageRequest.first(10)).get(grace.id());
        assertThat(hers.items()).hasSize(2);
    }
}
