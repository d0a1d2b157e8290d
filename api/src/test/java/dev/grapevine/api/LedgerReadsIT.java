package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;
import dev.grapevine.api.testing.TestCustomer;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** Queries of the ledger: currencies, wallets, explanations, statements, holds, verification. */
@ApiTest
class LedgerReadsIT {

    @Autowired Api api;

    @Autowired TestBrand testBrand;

    TestCustomer ida;

    @BeforeEach
    void enrolIda() {
        ida = TestCustomer.of(api, testBrand);
    }

    @Test
    void showTheCurrenciesOfABrandAndTheWalletsOfACustomer() {
        var stars = Map.of("code", "stars", "name", "Stars", "expiry", "ROLLING", "expiryDays", 90);
        assertThat(Api.userErrorCodes(ida.setCurrency(stars))).isEmpty();
        ida.entry("awardPoints", Map.of("amount", 3, "currency", "stars"));
        var customer =
                ida.customer(
                        """
                        brand { currencies { code expiry expiryDays expiryPeriod negativeBalancePolicy updatedAt } }
                        wallets { currency balance customer { id } expiring(withinDays: 365) { expiresAt amount } }
                        stars: wallet(currency: "stars") { balance inactiveExpiresAt }
                        doubloons: wallet(currency: "doubloons") { balance }
                        """);
        var currencies = customer.at("/brand/currencies");
        assertThat(currencies.findValuesAsString("code")).containsExactly("points", "stars");
        assertThat(currencies.at("/1/expiryDays").asInt()).isEqualTo(90);
        assertThat(currencies.at("/1/negativeBalancePolicy").asString()).isEqualTo("DEBT");
        var wallets = customer.path("wallets");
        assertThat(wallets.findValuesAsString("currency")).containsExactly("points", "stars");
        assertThat(wallets.at("/1/customer/id").asString()).isEqualTo(ida.id());
        assertThat(wallets.at("/1/expiring/0/amount").asLong()).isEqualTo(3);
        assertThat(customer.at("/stars/balance").asLong()).isEqualTo(3);
        assertThat(customer.path("doubloons").isNull()).isTrue();
    }

    @Test
    void explainAnEntryStepByStep() {
        var earned = ida.entry("awardPoints", Map.of("amount", 100, "source", "order-7"));
        ida.entry("redeemPoints", Map.of("amount", 30));
        var document =
                """
                query($id: ID!) { explainEntry(entryId: $id) {
                  entry { id } summary sentence steps { kind subjectId occurredAt amount sentence }
                } }
                """;
        var explained =
                api.data(ida.partner(), document, Map.of("id", earned)).path("explainEntry");
        assertThat(explained.at("/entry/id").asString()).isEqualTo(earned);
        assertThat(explained.path("summary").asString())
                .matches("You earned 100 \\S+ on \\d{1,2} \\w+ \\d{4} \\(“.+”\\)\\.");
        assertThat(explained.path("sentence").asString()).contains("100");
        assertThat(explained.path("steps").findValuesAsString("kind"))
                .contains("CALL", "ENTRY", "LOT", "DEBIT");
    }

    @Test
    void readThePastByEitherTimeOfItsEntries() {
        ida.entry("awardPoints", Map.of("amount", 100, "occurredAt", "2019-05-01T00:00:00Z"));
        var wallet =
                ida.wallet(
                        """
                        effective: balanceAt(at: "2020-01-01T00:00:00Z")
                        booked: balanceAt(at: "2020-01-01T00:00:00Z", by: BOOKED)
                        statement(from: "2019-01-01T00:00:00Z", until: "2020-01-01T00:00:00Z") {
                          closingBalance late { entryCount totalCredited totalDebited }
                          entries { nodes { effectiveAt bookedAt } totalCount }
                        }
                        ofToday: statement(from: "2020-01-01T00:00:00Z", by: BOOKED) {
                          openingBalance closingBalance late { entryCount }
                        }
                        """);
        assertThat(wallet.path("effective").asLong()).isEqualTo(100);
        assertThat(wallet.path("booked").asLong()).isZero();
        assertThat(wallet.at("/statement/closingBalance").asLong()).isEqualTo(100);
        assertThat(wallet.at("/statement/late").toString())
                .isEqualTo("{\"entryCount\":1,\"totalCredited\":100,\"totalDebited\":0}");
        assertThat(wallet.at("/statement/entries/nodes/0/effectiveAt").asString())
                .startsWith("2019-05-01");
        assertThat(wallet.at("/statement/entries/nodes/0/bookedAt").asString())
                .isGreaterThan("2020");
        assertThat(wallet.at("/ofToday").toString())
                .isEqualTo(
                        "{\"openingBalance\":0,\"closingBalance\":100,\"late\":{\"entryCount\":1}}");
    }

    @Test
    void showTotalsInAStatement() {
        ida.entry("awardPoints", Map.of("amount", 100));
        ida.entry("redeemPoints", Map.of("amount", 30));
        var wallet =
                ida.wallet(
                        """
                        balanceAt(at: "2020-01-01T00:00:00Z")
                        statement { openingBalance totalCredited totalDebited closingBalance entryCount
                          entries(first: 1) { edges { node { amount } cursor } pageInfo { hasNextPage } } }
                        """);
        assertThat(wallet.path("balanceAt").asLong()).isZero();
        var statement = wallet.path("statement");
        assertThat(statement.toString())
                .startsWith(
                        "{\"openingBalance\":0,\"totalCredited\":100,\"totalDebited\":30,\"closingBalance\":70,\"entryCount\":2");
        assertThat(statement.at("/entries/edges/0/node/amount").asLong()).isEqualTo(100);
        assertThat(statement.at("/entries/pageInfo/hasNextPage").asBoolean()).isTrue();
        var cursor = statement.at("/entries/edges/0/cursor").asString();
        var rest =
                ida.wallet(
                        "statement { entries(after: \""
                                + cursor
                                + "\") { edges { node { kind } } } }");
        assertThat(rest.at("/statement/entries/edges").size()).isEqualTo(1);
        assertThat(rest.at("/statement/entries/edges/0/node/kind").asString())
                .isEqualTo("REDEEMED");
    }

    @Test
    void pageThroughOpenHoldsByExpiry() {
        ida.entry("awardPoints", Map.of("amount", 100));
        var later = ida.move("holdPoints", Map.of("amount", 20)).at("/entry/hold/id").asString();
        var soon =
                Map.of(
                        "amount",
                        10,
                        "expiresAt",
                        OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(5).toString());
        var sooner = ida.move("holdPoints", soon).at("/entry/hold/id").asString();
        var page =
                "openHolds(first: 1%s) { edges { node { id } } pageInfo { endCursor hasNextPage }"
                        + " }";
        var first = ida.wallet(page.formatted("")).path("openHolds");
        assertThat(first.at("/edges/0/node/id").asString()).isEqualTo(sooner);
        assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        var after = ", after: \"" + first.at("/pageInfo/endCursor").asString() + "\"";
        var second = ida.wallet(page.formatted(after)).path("openHolds");
        assertThat(second.at("/edges/0/node/id").asString()).isEqualTo(later);
        assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
    }

    @Test
    void verifyTheLedgerOfABrand() {
        ida.entry("awardPoints", Map.of("amount", 100));
        var document =
                """
                query($brand: String) {
                  verifyLedger(brand: $brand) { isConsistent walletCount entryCount problem { message } }
                }
                """;
        var own = Map.of("brand", ida.brand().key());
        var report = api.data("administrator", document, own).path("verifyLedger");
        assertThat(report.toString())
                .isEqualTo(
                        "{\"isConsistent\":true,\"walletCount\":1,\"entryCount\":1,\"problem\":null}");
        var unknownBrand = api.data("administrator", document, Map.of("brand", "unknownBrand"));
        assertThat(unknownBrand.path("verifyLedger").isNull()).isTrue();
        var twice = "{ a: verifyLedger { isConsistent } b: verifyLedger { isConsistent } }";
        assertThat(api.errorCodes("administrator", twice)).containsExactly("LIMIT_EXCEEDED");
    }
}
