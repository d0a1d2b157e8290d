package dev.grapevine.graph.reward;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.ledger.PointsLedger;
import dev.grapevine.graph.ledger.Wallets;
import dev.grapevine.graph.reward.redemption.RedeemReward;
import dev.grapevine.graph.reward.redemption.Redemptions;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Map;

/**
 * The audit after each test of redemptions detects corrupted data; otherwise it would prove
 * nothing.
 */
@GraphTest
class RewardAuditIT {

    @Autowired Redemptions redemptions;

    @Autowired Rewards rewards;

    @Autowired PointsLedger ledger;

    @Autowired Wallets wallets;

    @Autowired Driver driver;

    @Autowired TestBrand testBrand;

    RewardFixture shop;
    Brand brand;

    @BeforeEach
    void redeem() {
        shop = new RewardFixture(ledger, wallets, rewards, driver);
        brand = testBrand.newBrand();
        var ada = testBrand.enrol(brand, "ada");
        shop.award(ada, 500);
        for (var reward :
                List.of(shop.create(brand, RewardFixture.bells(5)), shop.vouchers(brand, 3))) {
            succeeded(redemptions.redeem(call(), new RedeemReward(reward.id(), ada.id())));
        }
        shop.audit(brand);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MATCH (r:Redemption {brandId: $brandId}) SET r.cost = 3",
                "MATCH (:Redemption {brandId: $brandId})-[paid:PAID_BY]->() DELETE paid",
                "MATCH (r:Redemption {brandId: $brandId}) SET r.state = 'CANCELLED'",
                "MATCH (r:Redemption {brandId: $brandId}) DETACH DELETE r",
                "MATCH (w:Reward {brandId: $brandId, key: 'bells'}) SET w.stock = 5",
                "MATCH (w:Reward {brandId: $brandId, key: 'voucher'}) SET w.couponsTaken = 2",
                "MATCH (c:Coupon {brandId: $brandId, number: 2}) DELETE c",
                "MATCH (:Redemption {brandId: $brandId})-[handed:ISSUED]->() DELETE handed"
            })
    void detectsACorruption(String corruption) {
        try (var session = driver.session()) {
            session.run(corruption, Map.of("brandId", brand.id())).consume();
        }
        assertThatThrownBy(() -> shop.audit(brand)).isInstanceOf(AssertionError.class);
    }
}
