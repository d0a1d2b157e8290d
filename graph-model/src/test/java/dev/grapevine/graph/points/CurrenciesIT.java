package dev.grapevine.graph.points;

import static dev.grapevine.graph.testing.World.call;
import static dev.grapevine.graph.testing.World.callOf;
import static dev.grapevine.graph.testing.World.copies;
import static dev.grapevine.graph.testing.World.done;
import static dev.grapevine.graph.testing.World.race;
import static dev.grapevine.graph.testing.World.refusals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.LedgerInvariants;
import dev.grapevine.graph.testing.Purse;
import dev.grapevine.graph.testing.Till;
import dev.grapevine.graph.testing.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;

@GraphTest
class CurrenciesIT {

    @Autowired Till till;
    @Autowired World world;
    @Autowired Currencies currencies;
    @Autowired Wallets wallets;
    @Autowired PointsLedger ledger;
    @Autowired LedgerInvariants invariants;

    Brand brand;
    Purse ada;

    @BeforeEach
    void openAPurse() {
        brand = world.newBrand();
        ada = till.purse(brand, "ada");
    }

    @AfterEach
    void everythingIsRight() {
        invariants.check(brand.id());
    }

    @Test
    void hasPointsWithoutDefiningThem() {
        var points = currencies.byCode(brand.id(), "points").orElseThrow();
        assertThat(points.expiry()).isEqualTo(Currency.Expiry.NEVER);
        assertThat(points.isTransferable()).isFalse();
        assertThat(currencies.ofBrands(List.of(brand.id())).get(brand.id()))
                .containsExactly(points);
    }

    @Test
    void opensWalletsForCustomersWhoWereThereBeforeTheCurrency() {
        till.define(brand, "status");
        var status = till.purse(ada.customer(), "status");
        status.earn(7);
        ada.earn(5);
        assertThat(wallets.allOfCustomers(List.of(ada.customer().id())).get(ada.customer().id()))
                .extracting(Wallet::currency, Wallet::balance)
                .containsExactlyInAnyOrder(tuple("points", 5L), tuple("status", 7L));
    }

    @Test
    void opensOneWalletWhenManyNeedItAtOnce() throws Exception {
        till.define(brand, "status");
        var status = till.purse(ada.customer(), "status");
        race(copies(32, () -> status.earn(1)));
        assertThat(status.balance()).isEqualTo(32);
        assertThat(wallets.allOfCustomers(List.of(ada.customer().id())).get(ada.customer().id()))
                .hasSize(2);
    }

    @Test
    void spendsFromAWalletThatWasNeverOpenedLikeFromAnEmptyOne() {
        till.define(brand, "status");
        assertThat(till.purse(ada.customer(), "status").trySpend(1))
                .isEqualTo(Outcome.refusedForEver(new InsufficientPoints(0, 1)));
    }

    @Test
    void refusesCurrenciesThatTheBrandHasNotDefined() {
        till.define(world.newBrand(), "gold");
        var gold = till.purse(ada.customer(), "gold");
        assertThat(refusals(gold.tryEarn(gold.award(1, null, null, false, null))))
                .containsExactly("CURRENCY_NOT_FOUND");
        assertThat(refusals(gold.trySpend(1))).containsExactly("CURRENCY_NOT_FOUND");
        assertThat(refusals(gold.tryHold(1, null))).containsExactly("CURRENCY_NOT_FOUND");
        assertThat(refusals(gold.tryAdjust(1))).containsExactly("CURRENCY_NOT_FOUND");
        var stranger = callOf(world.newBrand());
        assertThat(refusals(ledger.award(stranger, gold.award(1, null, null, false, null))))
                .containsExactly("CUSTOMER_NOT_FOUND");
    }

    @Test
    void keepsCurrenciesApart() {
        till.define(brand, "status");
        var status = till.purse(ada.customer(), "status");
        status.earn(7);
        ada.earn(5);
        assertThat(refusals(ada.trySpend(6))).containsExactly("INSUFFICIENT_POINTS");
        status.spend(6);
        assertThat(ada.balance()).isEqualTo(5);
        assertThat(status.balance()).isEqualTo(1);
    }

    @Test
    void isOpenedForCustomersWhoEnrolLater() {
        till.define(brand, "status");
        till.purse(brand, "grace", "status").earn(3);
    }

    @Test
    void changesRulesAtOnceAndKeepsTheId() {
        var first = till.define(brand, "gifts");
        var second = till.define(brand, "gifts", Currency.Expiry.ROLLING, 5);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(currencies.byCode(brand.id(), "gifts")).contains(second);
    }

    @Test
    void definesOncePerKey() {
        var call = call();
        var command = definition("gold", Currency.Expiry.NEVER, null, null);
        var first = done(currencies.define(call, brand.key(), command));
        assertThat(currencies.define(call, brand.key(), command))
                .isEqualTo(new Outcome.Done<>(first, true));
        var other = definition("silver", Currency.Expiry.NEVER, null, null);
        assertThat(refusals(currencies.define(call, brand.key(), other)))
                .containsExactly("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void refusesRulesThatMakeNoSense() {
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
            assertThat(refusals(currencies.define(call(), brand.key(), command)))
                    .as(command.toString())
                    .containsOnly("INVALID_INPUT");
        }
        assertThat(currencies.ofBrands(List.of(brand.id())).get(brand.id())).hasSize(1);
    }

    @Test
    void hidesOtherBrands() {
        var command = definition("gold", Currency.Expiry.NEVER, null, null);
        assertThat(refusals(currencies.define(callOf(world.newBrand()), brand.key(), command)))
                .containsExactly("BRAND_NOT_FOUND");
        assertThat(refusals(currencies.define(call(), "nobody", command)))
                .containsExactly("BRAND_NOT_FOUND");
    }

    private static DefineCurrency definition(
            String code, Currency.Expiry expiry, Integer days, Currency.Period period) {
        return new DefineCurrency(
                code, "Gold", expiry, days, period, true, null, Currency.Shortfall.DEBT);
    }
}
