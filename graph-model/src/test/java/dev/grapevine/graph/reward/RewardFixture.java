package dev.grapevine.graph.reward;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.ledger.PointsLedger;
import dev.grapevine.graph.ledger.Wallets;
import dev.grapevine.graph.ledger.command.AwardPoints;
import dev.grapevine.graph.ledger.currency.Currency;

import org.neo4j.driver.Driver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Fixture of tests of rewards, and the invariants that hold after each test. */
class RewardFixture {

    /** Invariants by description; each statement returns the ids of the violating nodes. */
    private static final Map<String, String> INVARIANTS = new LinkedHashMap<>();

    static {
        INVARIANTS.put(
                "a redemption is paid by one entry of its cost, from a wallet of its customer",
                """
                MATCH (r:Redemption {brandId: $brandId})
                WHERE COUNT { (r)-[:PAID_BY]->(:PointsEntry) } <> 1 OR NOT EXISTS {
                  MATCH (r)-[:PAID_BY]->(e:PointsEntry {id: r.entryId}), (w:Wallet {id: e.walletId})
                  WHERE e.amount = r.cost AND w.customerId = r.customerId AND e.currency = r.currency }
                RETURN r.id AS id\
                """);
        INVARIANTS.put(
                "a cancelled redemption is refunded once by its policy, and no other one is",
                """
                MATCH (r:Redemption {brandId: $brandId})
                WITH r, COUNT { (r)-[:REFUNDED_BY]->(e:PointsEntry) WHERE e.reverses = r.entryId } AS refunds
                WHERE refunds <> CASE WHEN r.state = 'CANCELLED' AND r.cancellationPolicy <> 'FORFEIT' THEN 1 ELSE 0 END
                RETURN r.id AS id\
                """);
        INVARIANTS.put(
                "stock is supplied minus the redemptions not cancelled, and never negative",
                """
                MATCH (w:Reward {brandId: $brandId}) WHERE w.supplied IS NOT NULL
                WITH w, COUNT { MATCH (r:Redemption {rewardId: w.id, state: 'ACTIVE'}) } AS active
                WHERE w.stock < 0 OR w.stock <> w.supplied - active
                RETURN w.id AS id\
                """);
        INVARIANTS.put(
                "no entry pays for a redemption that does not exist",
                """
                MATCH (e:PointsEntry {brandId: $brandId})
                WHERE e.source STARTS WITH 'red_' AND NOT EXISTS { (:Redemption)-[:PAID_BY]->(e) }
                  AND e.reverses IS NULL
                RETURN e.id AS id\
                """);
        INVARIANTS.put(
                "coupons are numbered without gaps, and those up to couponsTaken are issued"
                        + " once",
                """
                MATCH (w:Reward {brandId: $brandId, issuesCoupons: true})
                WITH w, COUNT { MATCH (c:Coupon {rewardId: w.id}) } AS coupons,
                     COUNT { MATCH (c:Coupon {rewardId: w.id}) WHERE c.number <= w.couponsTaken
                             AND COUNT { (:Redemption {couponCode: c.code})-[:ISSUED]->(c) } = 1 } AS once,
                     COUNT { MATCH (c:Coupon {rewardId: w.id})<-[:ISSUED]-() } AS issued
                WHERE coupons <> w.couponsAdded OR once <> w.couponsTaken OR issued <> w.couponsTaken
                RETURN w.id AS id\
                """);
    }

    private final PointsLedger ledger;
    private final Wallets wallets;
    private final Rewards rewards;
    private final Driver driver;

    RewardFixture(PointsLedger ledger, Wallets wallets, Rewards rewards, Driver driver) {
        this.ledger = ledger;
        this.wallets = wallets;
        this.rewards = rewards;
        this.driver = driver;
    }

    /** Returns a reward for 100 points without stock, limits and coupons. */
    static CreateReward bell() {
        return new CreateReward(
                "bell",
                "A bell",
                null,
                Currency.STANDARD,
                100,
                null,
                null,
                null,
                null,
                null,
                null,
                CancellationPolicy.RESTORE_ORIGINAL_EXPIRY,
                false);
    }

    /** Returns a reward for 100 points with limited stock. */
    static CreateReward bells(long stock) {
        return new CreateReward(
                "bells",
                "One of some bells",
                null,
                Currency.STANDARD,
                100,
                stock,
                null,
                null,
                null,
                null,
                null,
                CancellationPolicy.REISSUE,
                false);
    }

    /** Returns a reward for 100 points that issues coupons. */
    static CreateReward voucher() {
        return new CreateReward(
                "voucher",
                "A voucher",
                null,
                Currency.STANDARD,
                100,
                null,
                null,
                null,
                null,
                null,
                null,
                CancellationPolicy.RESTORE_ORIGINAL_EXPIRY,
                true);
    }

    Reward create(Brand brand, CreateReward command) {
        return succeeded(rewards.create(call(), brand.key(), command));
    }

    /** Creates a voucher with a number of coupons, {@code CODE-1} first. */
    Reward vouchers(Brand brand, int coupons) {
        var reward = create(brand, voucher());
        succeeded(rewards.addCoupons(call(), new AddCoupons(reward.id(), codes(coupons))));
        return reward;
    }

    static List<String> codes(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> "CODE-" + number).toList();
    }

    void award(Customer customer, long amount) {
        succeeded(ledger.award(call(), new AwardPoints(customer.id(), amount, "Thank you", null)));
    }

    long balance(Customer customer) {
        return wallets.ofCustomers(List.of(customer.id()), Currency.STANDARD)
                .get(customer.id())
                .balance();
    }

    Reward now(Reward reward) {
        return rewards.byIds(call().caller(), List.of(reward.id())).get(reward.id());
    }

    /** Fails the test if an invariant does not hold in the brand. */
    void audit(Brand brand) {
        try (var session = driver.session()) {
            INVARIANTS.forEach(
                    (invariant, query) ->
                            assertThat(
                                            session.run(query, Map.of("brandId", brand.id()))
                                                    .list(row -> row.get("id").asString()))
                                    .as(invariant)
                                    .isEmpty());
        }
    }
}
