package dev.grapevine.graph.ledger;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.copies;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.currency.Currencies;
import dev.grapevine.graph.ledger.currency.Currency;
import dev.grapevine.graph.ledger.currency.SetCurrency;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.LedgerInvariants;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestLedger;
import dev.grapevine.graph.testing.TestWallet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;

@GraphTest
class CurrenciesIT {

    @Autowired TestLedger testLedger;
    @Autowired TestBrand testBrand;
    @Autowired Currencies currencies;
    @Autowired Wallets wallets;
    @Autowired PointsLedger ledger;
    @Autowired LedgerInvariants invariants;

    Brand brand;
    TestWallet ada;

    @BeforeEach
    void createWallet() {
        brand = testBrand.newBrand();
        ada = testLedger.wallet(brand, "ada");
    }

    @AfterEach
    void holdsAllInvariants() {
        invariants.check(brand.id());
    }

    @Test
    void hasTheStandardCurrencyFromTheStart() {
        var points = currencies.byCode(brand.id(), "points").orElseThrow();
        assertThat(points.expiry()).isEqualTo(Currency.Expiry.NEVER);
        assertThat(points.isTransferable()).isFalse();
        assertThat(currencies.ofBrands(List.of(brand.id())).get(brand.id()))
                .containsExactly(points);
    }

    @Test
    void createsWalletsOfANewCurrencyForExistingCustomers() {
        testLedger.setCurrency(brand, "status");
        var status = testLedger.wallet(ada.customer(), "status");
        status.earn(7);
        ada.earn(5);
        assertThat(wallets.allOfCustomers(List.of(ada.customer().id())).get(ada.customer().id()))
                .extracting(Wallet::currency, Wallet::balance)
                .containsExactlyInAnyOrder(tuple("points", 5L), tuple("status", 7L));
    }

    @Test
    void createsOneWalletUnderConcurrency() throws Exception {
        testLedger.setCurrency(brand, "status");
        var status = testLedger.wallet(ada.customer(), "status");
        race(copies(32, () -> status.earn(1)));
        assertThat(status.balance()).isEqualTo(32);
        assertThat(wallets.allOfCustomers(List.of(ada.customer().id())).get(ada.customer().id()))
                .hasSize(2);
    }

    @Test
    void rejectsARedemptionWithoutWalletLikeOneFromAnEmptyWallet() {
        testLedger.setCurrency(brand, "status");
        assertThat(testLedger.wallet(ada.customer(), "status").trySpend(1))
                .isEqualTo(Result.rejectedFinally(new InsufficientPoints(0, 1)));
    }

    @Test
    void rejectsUnknownCurrencies() {
        testLedger.setCurrency(testBrand.newBrand(), "gold");
        var gold = testLedger.wallet(ada.customer(), "gold");
        assertThat(rejections(gold.tryEarn(gold.award(1, null, null, false, null))))
                .containsExactly("CURRENCY_NOT_FOUND");
        assertThat(rejections(gold.trySpend(1))).containsExactly("CURRENCY_NOT_FOUND");
        assertThat(rejections(gold.tryHold(1, null))).containsExactly("CURRENCY_NOT_FOUND");
        assertThat(rejections(gold.tryAdjust(1))).containsExactly("CURRENCY_NOT_FOUND");
        var stranger = callOf(testBrand.newBrand());
        assertThat(rejections(ledger.award(stranger, gold.award(1, null, null, false, null))))
                .containsExactly("CUSTOMER_NOT_FOUND");
    }

    @Test
    void keepsCurrenciesSeparate() {
        testLedger.setCurrency(brand, "status");
        var status = testLedger.wallet(ada.customer(), "status");
        status.earn(7);
        ada.earn(5);
        assertThat(rejections(ada.trySpend(6))).containsExactly("INSUFFICIENT_POINTS");
        status.spend(6);
        assertThat(ada.balance()).isEqualTo(5);
        assertThat(status.balance()).isEqualTo(1);
    }

    @Test
    void createsWalletsForCustomersEnrolledLater() {
        testLedger.setCurrency(brand, "status");
        testLedger.wallet(brand, "grace", "status").earn(3);
    }

    @Test
    void appliesNewRulesAtOnceAndKeepsTheId() {
        var first = testLedger.setCurrency(brand, "gifts");
        var second = testLedger.setCurrency(brand, "gifts", Currency.Expiry.ROLLING, 5);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(currencies.byCode(brand.id(), "gifts")).contains(second);
    }

    @Test
    void createsACurrencyOncePerKey() {
        var call = call();
        var command = definition("gold", Currency.Expiry.NEVER, null, null);
        var first = succeeded(currencies.set(call, brand.key(), command));
        assertThat(currencies.set(call, brand.key(), command))
                .isEqualTo(new Result.Success<>(first, true));
        var other = definition("silver", Currency.Expiry.NEVER, null, null);
        assertThat(rejections(currencies.set(call, brand.key(), other)))
                .containsExactly("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void rejectsInvalidRules() {
        for (var command :
                List.of(
                        definition("Gold", Currency.Expiry.NEVER, null, null),
                        definition("9gold", Currency.Expiry.NEVER, null, null),
                        definition("", Currency.Expiry.NEVER, null, null),
                        definition("a|b", Currency.Expiry.NEVER, null, null),
                        definition("gold", Currency.Expiry.NEVER, 5, null),
                        definition("gold", Currency.Expiry.ROLLING, null, null),
                        definition("gold", Currency.Expiry.ROLLING, 0, null),
                        definition("gold", Currency.Expiry.INACTIVITY, 36_501, null),
                        definition("gold", Currency.Expiry.PERIOD_END, null, null),
                        definition("gold", Currency.Expiry.ROLLING, 5, Currency.Period.MONTH))) {
            assertThat(rejections(currencies.set(call(), brand.key(), command)))
                    .as(command.toString())
                    .containsOnly("INVALID_INPUT");
        }
        assertThat(currencies.ofBrands(List.of(brand.id())).get(brand.id())).hasSize(1);
    }

    @Test
    void hidesOtherBrands() {
        var command = definition("gold", Currency.Expiry.NEVER, null, null);
        assertThat(rejections(currencies.set(callOf(testBrand.newBrand()), brand.key(), command)))
                .containsExactly("BRAND_NOT_FOUND");
        assertThat(rejections(currencies.set(call(), "nobody", command)))
                .containsExactly("BRAND_NOT_FOUND");
    }

    private static SetCurrency definition(
            String code, Currency.Expiry expiry, Integer days, Currency.Period period) {
        return new SetCurrency(
                code,
                "Gold",
                expiry,
                days,
                period,
                true,
                null,
                Currency.NegativeBalancePolicy.DEBT);
    }
}
