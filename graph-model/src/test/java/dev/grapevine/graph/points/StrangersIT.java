package dev.grapevine.graph.points;

import static dev.grapevine.graph.testing.World.call;
import static dev.grapevine.graph.testing.World.callOf;
import static dev.grapevine.graph.testing.World.done;
import static dev.grapevine.graph.testing.World.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.Till;
import dev.grapevine.graph.testing.World;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;

/** Whoever names what is not theirs, or not what they say, changes nothing by it. */
@GraphTest
class StrangersIT {

    @Autowired Till till;
    @Autowired World world;
    @Autowired PointsLedger ledger;
    @Autowired Wallets wallets;
    @Autowired Currencies currencies;

    private static DefineCurrency rules(Currency.Expiry expiry, @Nullable Integer days) {
        return new DefineCurrency(
                "miles", "Miles", expiry, days, null, false, null, Currency.Shortfall.DEBT);
    }

    @Test
    void openNoWalletInAnotherBrand() {
        var brand = world.newBrand();
        var ada = world.enrol(brand, "ada");
        done(currencies.define(call(), brand.key(), rules(Currency.Expiry.NEVER, null)));
        var award =
                new AwardPoints(
                        ada.id(), "miles", 5, "A visit", null, null, null, null, false, null);
        var stranger = callOf(world.newBrand());
        assertThat(refusals(ledger.award(stranger, award))).containsExactly("CUSTOMER_NOT_FOUND");
        assertThat(wallets.allOfCustomers(List.of(ada.id())).get(ada.id()))
                .extracting(Wallet::currency)
                .containsExactly("points");
        done(ledger.award(callOf(brand), award));
        assertThat(wallets.ofCustomers(List.of(ada.id()), "miles").get(ada.id()).balance())
                .isEqualTo(5);
    }

    @Test
    void takeNoEntryForAHoldAndNoHoldForAnEntry() {
        var ada = till.purse(world.newBrand(), "ada");
        var earned = ada.earn(10);
        var hold = ada.hold(5, null);
        assertThat(refusals(ledger.capture(call(), new CaptureHold(earned.id(), null))))
                .containsExactly("HOLD_NOT_FOUND");
        assertThat(refusals(ledger.release(call(), new ReleaseHold(earned.id()))))
                .containsExactly("HOLD_NOT_FOUND");
        assertThat(refusals(ledger.confirm(call(), new ConfirmPoints(hold.id()))))
                .containsExactly("ENTRY_NOT_FOUND");
        assertThat(ada.sums()).containsExactly(5L, 0L, 5L, 0L);
    }

    @Test
    void makeNoPointsLapseThatWereEarnedUnderOtherRules() {
        var brand = world.newBrand();
        done(currencies.define(call(), brand.key(), rules(Currency.Expiry.NEVER, null)));
        var lapsing = rules(Currency.Expiry.INACTIVITY, 30);
        assertThat(refusals(currencies.define(call(), brand.key(), lapsing)))
                .containsExactly("INVALID_INPUT");
        done(currencies.define(call(), brand.key(), rules(Currency.Expiry.ROLLING, 30)));
    }
}
