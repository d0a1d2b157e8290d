package dev.grapevine.graph.ledger;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.ledger.command.AwardPoints;
import dev.grapevine.graph.ledger.command.CaptureHold;
import dev.grapevine.graph.ledger.command.ConfirmPoints;
import dev.grapevine.graph.ledger.command.ReleaseHold;
import dev.grapevine.graph.ledger.currency.Currencies;
import dev.grapevine.graph.ledger.currency.Currency;
import dev.grapevine.graph.ledger.currency.SetCurrency;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestLedger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;

/** Tests that commands on nodes of other brands, or of other types, have no effect. */
@GraphTest
class ForeignBrandIT {

    @Autowired TestLedger testLedger;
    @Autowired TestBrand testBrand;
    @Autowired PointsLedger ledger;
    @Autowired Wallets wallets;
    @Autowired Currencies currencies;

    private static SetCurrency rules(Currency.Expiry expiry, @Nullable Integer days) {
        return new SetCurrency(
                "miles",
                "Miles",
                expiry,
                days,
                null,
                false,
                null,
                Currency.NegativeBalancePolicy.DEBT);
    }

    @Test
    void createNoWalletInAnotherBrand() {
        var brand = testBrand.newBrand();
        var ada = testBrand.enrol(brand, "ada");
        succeeded(currencies.set(call(), brand.key(), rules(Currency.Expiry.NEVER, null)));
        var award =
                new AwardPoints(
                        ada.id(), "miles", 5, "A visit", null, null, null, null, false, null);
        var stranger = callOf(testBrand.newBrand());
        assertThat(rejections(ledger.award(stranger, award))).containsExactly("CUSTOMER_NOT_FOUND");
        assertThat(wallets.allOfCustomers(List.of(ada.id())).get(ada.id()))
                .extracting(Wallet::currency)
                .containsExactly("points");
        succeeded(ledger.award(callOf(brand), award));
        assertThat(wallets.ofCustomers(List.of(ada.id()), "miles").get(ada.id()).balance())
                .isEqualTo(5);
    }

    @Test
    void acceptNoEntryAsHoldAndNoHoldAsEntry() {
        var ada = testLedger.wallet(testBrand.newBrand(), "ada");
        var earned = ada.earn(10);
        var hold = ada.hold(5, null);
        assertThat(rejections(ledger.capture(call(), new CaptureHold(earned.id(), null))))
                .containsExactly("HOLD_NOT_FOUND");
        assertThat(rejections(ledger.release(call(), new ReleaseHold(earned.id()))))
                .containsExactly("HOLD_NOT_FOUND");
        assertThat(rejections(ledger.confirm(call(), new ConfirmPoints(hold.id()))))
                .containsExactly("ENTRY_NOT_FOUND");
        assertThat(ada.sums()).containsExactly(5L, 0L, 5L, 0L);
    }

    @Test
    void expireNoPointsEarnedUnderOtherRules() {
        var brand = testBrand.newBrand();
        succeeded(currencies.set(call(), brand.key(), rules(Currency.Expiry.NEVER, null)));
        var lapsing = rules(Currency.Expiry.INACTIVITY, 30);
        assertThat(rejections(currencies.set(call(), brand.key(), lapsing)))
                .containsExactly("INVALID_INPUT");
        succeeded(currencies.set(call(), brand.key(), rules(Currency.Expiry.ROLLING, 30)));
    }
}
