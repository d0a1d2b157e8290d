package dev.grapevine.graph.ledger;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.copies;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.command.TransferPoints;
import dev.grapevine.graph.ledger.currency.Currency;
import dev.grapevine.graph.ledger.currency.SetCurrency;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.LedgerInvariants;
import dev.grapevine.graph.testing.MovableClock;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestLedger;
import dev.grapevine.graph.testing.TestWallet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

@GraphTest
class TransfersIT {

    @Autowired TestLedger testLedger;
    @Autowired TestBrand testBrand;
    @Autowired MovableClock clock;
    @Autowired PointsLedger ledger;
    @Autowired LedgerInvariants invariants;

    Brand brand;
    TestWallet ada;
    TestWallet grace;
    OffsetDateTime now;

    @BeforeEach
    void createWallets() {
        brand = testBrand.newBrand();
        testLedger.setCurrency(brand, "gifts");
        ada = testLedger.wallet(brand, "ada", "gifts");
        grace = testLedger.wallet(brand, "grace", "gifts");
        now = clock.now();
        clock.stopAt(now);
    }

    @AfterEach
    void holdsAllInvariants() {
        invariants.check(brand.id());
    }

    @Test
    void transfersPointsWithTwoEntries() {
        ada.earn(100);
        var given = succeeded(ada.tryTransfer(grace, 40));
        var received = grace.entries().getLast();
        assertThat(given.kind()).isEqualTo("TRANSFERRED_OUT");
        assertThat(given.credit()).isEqualTo("TRANSFERRED");
        assertThat(received.kind()).isEqualTo("TRANSFERRED_IN");
        assertThat(received.causedBy()).isEqualTo(given.id());
        assertThat(ada.balance()).isEqualTo(60);
        assertThat(grace.balance()).isEqualTo(40);
        assertThat(grace.wallet().lifetimeEarned()).isZero();
    }

    @Test
    void keepsTheExpiryInTransfersBackAndForth() {
        ada.earn(10, now.plusDays(1));
        ada.earn(20, now.plusDays(2));
        ada.earn(100);
        succeeded(ada.tryTransfer(grace, 40));
        succeeded(grace.tryTransfer(ada, 25));
        assertThat(ada.lots()).containsExactly("10 of 5", "15 of 5", "90 of 3");
        clock.pass(Duration.ofDays(1));
        assertThat(ada.balance()).isEqualTo(105);
        clock.pass(Duration.ofDays(1));
        assertThat(ada.balance()).isEqualTo(90);
        assertThat(grace.balance()).isEqualTo(10);
    }

    @Test
    void rejectsATransferAboveTheBalance() {
        ada.earn(30);
        ada.hold(10, null);
        ada.earnPending(10, null);
        assertThat(ada.tryTransfer(grace, 21))
                .isEqualTo(Result.rejectedFinally(new InsufficientPoints(20, 21)));
        assertThat(ada.balance()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1_000_000_001L, 1L << 53})
    void rejectsAmountsOutOfBounds(long amount) {
        assertThat(rejections(ada.tryTransfer(grace, amount))).containsExactly("INVALID_INPUT");
    }

    @Test
    void rejectsATransferToTheSender() {
        ada.earn(30);
        assertThat(rejections(ada.tryTransfer(ada, 1))).containsExactly("TRANSFER_TO_SELF");
        assertThat(ada.kinds()).containsExactly("EARNED");
    }

    @Test
    void rejectsCurrenciesWithoutTransfers() {
        var points = testLedger.wallet(ada.customer(), "points");
        points.earn(10);
        assertThat(rejections(points.tryTransfer(testLedger.wallet(grace.customer(), "points"), 1)))
                .containsExactly("NOT_TRANSFERABLE");
    }

    @Test
    void rejectsRecipientsOfOtherBrandsAndUnknownOnes() {
        ada.earn(30);
        var other = testBrand.newBrand();
        testLedger.setCurrency(other, "gifts");
        var stranger = testLedger.wallet(other, "stranger", "gifts");
        assertThat(rejections(ada.tryTransfer(stranger, 1))).containsExactly("CUSTOMER_NOT_FOUND");
        assertThat(give(callOf(brand), stranger.customer().id(), "gifts"))
                .containsExactly("CUSTOMER_NOT_FOUND");
        assertThat(give(callOf(other), grace.customer().id(), "gifts"))
                .containsExactly("CUSTOMER_NOT_FOUND");
        assertThat(give(call(), "cus_nobody", "gifts")).containsExactly("CUSTOMER_NOT_FOUND");
        assertThat(give(call(), grace.customer().id(), "gold"))
                .containsExactly("CURRENCY_NOT_FOUND");
        assertThat(ada.kinds()).containsExactly("EARNED");
        invariants.check(other.id());
    }

    private List<String> give(Call call, String to, String currency) {
        return rejections(
                ledger.transfer(
                        call,
                        new TransferPoints(ada.customer().id(), to, currency, 1, "A present")));
    }

    @Test
    void rejectsATransferAboveTheDailyLimit() {
        limit(50);
        ada.earn(200);
        succeeded(ada.tryTransfer(grace, 30));
        assertThat(rejections(ada.tryTransfer(grace, 21)))
                .containsExactly("TRANSFER_LIMIT_EXCEEDED");
        succeeded(ada.tryTransfer(grace, 20));
        clock.stopAt(now.truncatedTo(ChronoUnit.DAYS).plusDays(1));
        succeeded(ada.tryTransfer(grace, 50));
        assertThat(grace.balance()).isEqualTo(100);
    }

    private void limit(long daily) {
        testLedger.setCurrency(
                brand,
                new SetCurrency(
                        "gifts",
                        "Gifts",
                        Currency.Expiry.NEVER,
                        null,
                        null,
                        true,
                        daily,
                        Currency.NegativeBalancePolicy.DEBT));
    }

    @Test
    void transfersExactlyTheLimitUnderConcurrency() throws Exception {
        limit(50);
        ada.earn(1_000);
        var results = race(copies(40, () -> ada.tryTransfer(grace, 5)));
        assertThat(results.stream().filter(result -> rejections(result).isEmpty())).hasSize(10);
        assertThat(results.stream().flatMap(outcome -> rejections(outcome).stream()))
                .containsOnly("TRANSFER_LIMIT_EXCEEDED");
        assertThat(grace.balance()).isEqualTo(50);
    }

    @Test
    void neverCreditsTwiceInTwentyConcurrentTransfers() throws Exception {
        ada.earn(100);
        var results = race(copies(20, () -> ada.tryTransfer(grace, 100)));
        assertThat(results.stream().filter(result -> rejections(result).isEmpty())).hasSize(1);
        assertThat(ada.balance()).isZero();
        assertThat(grace.balance()).isEqualTo(100);
    }

    @Test
    void losesNothingInCircularConcurrentTransfers() throws Exception {
        var people =
                IntStream.range(0, 6)
                        .mapToObj(i -> testLedger.wallet(brand, "person-" + i, "gifts"))
                        .toList();
        people.forEach(person -> person.earn(50));
        race(
                IntStream.range(0, 120)
                        .<Callable<Result<PointsEntry>>>mapToObj(
                                i ->
                                        () ->
                                                people.get(i % 6)
                                                        .tryTransfer(
                                                                people.get((i + i / 6 % 5 + 1) % 6),
                                                                7))
                        .toList());
        assertThat(people.stream().mapToLong(TestWallet::balance).sum()).isEqualTo(300);
    }

    @Test
    void paysTheDebtOfTheRecipientFirst() {
        var earned = grace.earn(30);
        grace.spend(30);
        grace.reverse(earned);
        assertThat(grace.sums()).containsExactly(0L, 0L, 0L, 30L);
        ada.earn(50);
        succeeded(ada.tryTransfer(grace, 40));
        assertThat(grace.sums()).containsExactly(10L, 0L, 0L, 0L);
        assertThat(grace.kinds()).endsWith("TRANSFERRED_IN", "DEBT_REPAID");
    }

    @Test
    void rejectsTheReversalOfATransfer() {
        ada.earn(50);
        var given = succeeded(ada.tryTransfer(grace, 40));
        assertThat(rejections(ada.tryReverse(given, null))).containsExactly("NOT_REVERSIBLE");
        assertThat(rejections(grace.tryReverse(grace.entries().getLast(), null)))
                .containsExactly("NOT_REVERSIBLE");
    }
}
