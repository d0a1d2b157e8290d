package dev.grapevine.graph.ledger;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.command.AwardPoints;
import dev.grapevine.graph.ledger.command.RedeemPoints;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

@GraphTest
class PointsLedgerIT {

    @Autowired PointsLedger ledger;

    @Autowired Wallets wallets;

    @Autowired TestBrand testBrand;

    Customer ada;

    @BeforeEach
    void enrolAda() {
        ada = testBrand.enrol(testBrand.newBrand(), "ada");
    }

    @Test
    void opensAnEmptyWalletForEachNewCustomer() {
        var wallet = wallet();
        assertThat(wallet.balance()).isZero();
        assertThat(wallet.sequence()).isZero();
        assertThat(wallet.brandId()).isEqualTo(ada.brandId());
    }

    @Test
    void awardsPointsAndNamesBothAccounts() {
        var entry = succeeded(ledger.award(call(), award(120)));
        assertThat(entry.debit()).isEqualTo("ISSUED");
        assertThat(entry.credit()).isEqualTo(wallet().id());
        assertThat(entry.isCredit()).isTrue();
        assertThat(entry.balanceAfter()).isEqualTo(120);
        assertThat(wallet().balance()).isEqualTo(120);
        assertThat(wallet().lifetimeEarned()).isEqualTo(120);
    }

    @Test
    void redeemsPointsAndKeepsLifetimeEarned() {
        succeeded(ledger.award(call(), award(120)));
        var entry = succeeded(ledger.redeem(call(), redeem(50)));
        assertThat(entry.credit()).isEqualTo("REDEEMED");
        assertThat(entry.sequence()).isEqualTo(2);
        assertThat(wallet().balance()).isEqualTo(70);
        assertThat(wallet().lifetimeEarned()).isEqualTo(120);
    }

    @Test
    void rejectsARedemptionAboveTheBalance() {
        succeeded(ledger.award(call(), award(49)));
        var result = ledger.redeem(call(), redeem(50));
        assertThat(result).isEqualTo(Result.rejectedFinally(new InsufficientPoints(49, 50)));
        assertThat(wallet().balance()).isEqualTo(49);
        assertThat(wallet().sequence()).isEqualTo(1);
    }

    @Test
    void keepsAFinalRejectionUnderItsKeyAfterACredit() {
        var call = call();
        assertThat(rejections(ledger.redeem(call, redeem(50))))
                .containsExactly("INSUFFICIENT_POINTS");
        succeeded(ledger.award(call(), award(100)));
        assertThat(rejections(ledger.redeem(call, redeem(50))))
                .containsExactly("INSUFFICIENT_POINTS");
        assertThat(wallet().balance()).isEqualTo(100);
    }

    @Test
    void returnsTheOriginalEntryForARepeatedKey() {
        var call = call();
        var first = succeeded(ledger.award(call, award(10)));
        var second = ledger.award(call, award(10));
        assertThat(second).isEqualTo(new Result.Success<>(first, true));
        assertThat(wallet().balance()).isEqualTo(10);
    }

    @Test
    void rejectsAKeyUsedWithOtherInput() {
        var call = call();
        succeeded(ledger.award(call, award(10)));
        assertThat(rejections(ledger.award(call, award(11))))
                .containsExactly("IDEMPOTENCY_KEY_REUSED");
        assertThat(wallet().balance()).isEqualTo(10);
    }

    @Test
    void separatesTheKeysOfCallers() {
        var brand = testBrand.newBrand();
        var grace = testBrand.enrol(brand, "grace");
        var partner = callOf(brand);
        var grapevine = new Call(call().caller(), partner.idempotencyKey());
        succeeded(ledger.award(partner, new AwardPoints(grace.id(), 5, "Welcome", null)));
        succeeded(ledger.award(grapevine, new AwardPoints(grace.id(), 5, "Welcome", null)));
        assertThat(wallets.ofCustomers(List.of(grace.id()), "points").get(grace.id()).balance())
                .isEqualTo(10);
    }

    @Test
    void releasesTheKeyAfterInvalidInput() {
        var call = call();
        assertThat(rejections(ledger.award(call, award(-1)))).containsExactly("INVALID_INPUT");
        succeeded(ledger.award(call, award(1)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, 1_000_000_001L, 1L << 53, Long.MAX_VALUE})
    void rejectsAmountsOutOfBounds(long amount) {
        assertThat(rejections(ledger.award(call(), award(amount))))
                .containsExactly("INVALID_INPUT");
        assertThat(rejections(ledger.redeem(call(), redeem(amount))))
                .containsExactly("INVALID_INPUT");
        assertThat(wallet().sequence()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59Z", "2200-01-01T00:00:00Z"})
    void rejectsTimesOutOfBounds(String time) {
        var command = new AwardPoints(ada.id(), 1, "Time travel", OffsetDateTime.parse(time));
        assertThat(rejections(ledger.award(call(), command))).containsExactly("INVALID_INPUT");
        assertThat(wallet().sequence()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "has a blank", "\u00fcmlaut-key", "x\ud800-lone-surrogate"})
    void rejectsKeysThatCouldCollide(String key) {
        var call = new Call(call().caller(), key);
        assertThat(rejections(ledger.award(call, award(1)))).containsExactly("INVALID_INPUT");
    }

    @Test
    void hidesCustomersOfOtherBrandsFromAPartner() {
        var stranger = callOf(testBrand.newBrand());
        assertThat(rejections(ledger.award(stranger, award(1))))
                .containsExactly("CUSTOMER_NOT_FOUND");
        assertThat(rejections(ledger.redeem(stranger, redeem(1))))
                .containsExactly("CUSTOMER_NOT_FOUND");
        assertThat(wallets.byIds(stranger.caller(), List.of(wallet().id()))).isEmpty();
        assertThat(wallet().sequence()).isZero();
    }

    @Test
    void hasOneEffectInFiftyConcurrentCallsWithOneKey() throws Exception {
        var call = call();
        var results = race(copies(50, () -> ledger.award(call, award(7))));
        assertThat(results).allSatisfy(result -> assertThat(rejections(result)).isEmpty());
        assertThat(results.stream().map(TestBrand::succeeded).distinct()).hasSize(1);
        assertThat(results.stream().filter(outcome -> !((Result.Success<?>) outcome).isReplay()))
                .hasSize(1);
        assertThat(wallet().balance()).isEqualTo(7);
    }

    @Test
    void losesNoAwardInSixtyFourThreads() throws Exception {
        race(
                copies(
                        64,
                        () ->
                                IntStream.range(0, 5)
                                        .mapToObj(_ -> succeeded(ledger.award(call(), award(3))))
                                        .toList()));
        assertThat(wallet().balance()).isEqualTo(64 * 5 * 3);
        assertThat(sequences())
                .isEqualTo(LongStream.rangeClosed(1, 64 * 5).boxed().toList().reversed());
    }

    @Test
    void neverOverdrawsInSixtyFourThreads() throws Exception {
        succeeded(ledger.award(call(), award(100)));
        var results = race(copies(64, () -> ledger.redeem(call(), redeem(10))));
        assertThat(results.stream().filter(result -> rejections(result).isEmpty())).hasSize(10);
        assertThat(wallet().balance()).isZero();
        assertThat(wallet().sequence()).isEqualTo(11);
    }

    @Test
    void pagesThroughTheEntriesLatestFirst() {
        for (var amount = 1; amount <= 5; amount++) {
            succeeded(ledger.award(call(), award(amount)));
        }
        var id = wallet().id();
        var first = wallets.entries(List.of(id), PageRequest.first(2)).get(id);
        assertThat(first.items()).extracting(PointsEntry::amount).containsExactly(5L, 4L);
        assertThat(first.hasMore()).isTrue();
        var after = new PageRequest(3, first.items().getLast().cursor(), java.util.Map.of());
        var rest = wallets.entries(List.of(id), after).get(id);
        assertThat(rest.items()).extracting(PointsEntry::amount).containsExactly(3L, 2L, 1L);
        assertThat(rest.hasMore()).isFalse();
    }

    private Wallet wallet() {
        return wallets.ofCustomers(List.of(ada.id()), "points").get(ada.id());
    }

    private List<Long> sequences() {
        var sequences = new ArrayList<Long>();
        var request = PageRequest.first(100);
        var hasMore = true;
        while (hasMore) {
            var page = wallets.entries(List.of(wallet().id()), request).get(wallet().id());
            page.items().forEach(entry -> sequences.add(entry.sequence()));
            hasMore = page.hasMore();
            request = new PageRequest(100, page.items().getLast().cursor(), java.util.Map.of());
        }
        return sequences;
    }

    private AwardPoints award(long amount) {
        return new AwardPoints(ada.id(), amount, "A reason", null);
    }

    private RedeemPoints redeem(long amount) {
        return new RedeemPoints(ada.id(), amount, "A coffee", null);
    }

    private static <T> List<Callable<T>> copies(int times, Callable<T> work) {
        return IntStream.range(0, times).mapToObj(_ -> work).toList();
    }
}
