package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;
import dev.grapevine.api.testing.TestCustomer;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Mutations of the ledger. */
@ApiTest
class LedgerIT {

    @Autowired Api api;

    @Autowired TestBrand testBrand;

    TestCustomer ida;

    @BeforeEach
    void enrolIda() {
        ida = TestCustomer.of(api, testBrand);
    }

    @Test
    void keepsPendingPointsApartUntilTheyAreConfirmed() {
        var earned = ida.entry("awardPoints", Map.of("amount", 100, "awaitsConfirmation", true));
        var before = ida.wallet("balance pending lifetimeEarned");
        assertThat(before.path("balance").asLong()).isZero();
        assertThat(before.path("pending").asLong()).isEqualTo(100);
        var unlocked = ida.call("confirmPoints", Map.of("entryId", earned));
        assertThat(unlocked.at("/entry/kind").asString()).isEqualTo("UNLOCKED");
        assertThat(ida.balance()).isEqualTo(100);
        assertThat(Api.userErrorCodes(ida.call("confirmPoints", Map.of("entryId", earned))))
                .containsExactly("NOT_PENDING");
    }

    @Test
    void holdsPointsAndCapturesAPart() {
        ida.entry("awardPoints", Map.of("amount", 100));
        var held = ida.move("holdPoints", Map.of("amount", 60)).at("/entry/hold");
        assertThat(held.path("state").asString()).isEqualTo("HELD");
        var open =
                ida.wallet(
                        """
                        balance
                        openHolds { edges { node { id currency amount reason heldAt expiresAt wallet { held } } } }
                        """);
        assertThat(open.path("balance").asLong()).isEqualTo(40);
        assertThat(open.at("/openHolds/edges/0/node/wallet/held").asLong()).isEqualTo(60);
        var hold = held.path("id").asString();
        var captured = ida.call("captureHold", Map.of("holdId", hold, "amount", 45)).path("entry");
        assertThat(captured.at("/hold/state").asString()).isEqualTo("CAPTURED");
        assertThat(captured.at("/hold/captured").asLong()).isEqualTo(45);
        assertThat(ida.balance()).isEqualTo(55);
        assertThat(Api.userErrorCodes(ida.call("releaseHold", Map.of("holdId", hold))))
                .containsExactly("HOLD_CLOSED");
        assertThat(ida.wallet("openHolds { edges { cursor } }").at("/openHolds/edges").isEmpty())
                .isTrue();
    }

    @Test
    void releasesAHold() {
        ida.entry("awardPoints", Map.of("amount", 100));
        var held = ida.move("holdPoints", Map.of("amount", 60));
        var hold = Map.of("holdId", held.at("/entry/hold/id").asString());
        var tooMuch = new HashMap<String, Object>(hold);
        tooMuch.put("amount", 61);
        assertThat(Api.userErrorCodes(ida.call("captureHold", tooMuch)))
                .containsExactly("CAPTURE_TOO_LARGE");
        var released = ida.call("releaseHold", hold).path("entry");
        assertThat(released.path("kind").asString()).isEqualTo("RELEASED");
        assertThat(released.path("balanceAfter").asLong()).isEqualTo(100);
    }

    @Test
    void reportsTheMissingPoints() {
        ida.entry("awardPoints", Map.of("amount", 10));
        var rejected = ida.move("holdPoints", Map.of("amount", 25)).at("/userErrors/0");
        assertThat(rejected.path("code").asString()).isEqualTo("INSUFFICIENT_POINTS");
        assertThat(rejected.path("balance").asLong()).isEqualTo(10);
        assertThat(rejected.path("required").asLong()).isEqualTo(25);
    }

    @Test
    void transfersPointsOnlyInATransferableCurrency() {
        var grace = testBrand.enrol(ida.brand(), "grace").id();
        ida.entry("awardPoints", Map.of("amount", 10));
        assertThat(Api.userErrorCodes(transfer("points", grace)))
                .containsExactly("NOT_TRANSFERABLE");
        var stars =
                Map.of(
                        "code",
                        "stars",
                        "name",
                        "Stars",
                        "isTransferable",
                        true,
                        "dailyTransferLimit",
                        7);
        assertThat(Api.userErrorCodes(ida.setCurrency(stars))).isEmpty();
        ida.entry("awardPoints", Map.of("amount", 10, "currency", "stars"));
        var transferred = transfer("stars", grace).path("entry");
        assertThat(transferred.path("kind").asString()).isEqualTo("TRANSFERRED_OUT");
        assertThat(transferred.path("balanceAfter").asLong()).isEqualTo(5);
        assertThat(Api.userErrorCodes(transfer("stars", grace)))
                .containsExactly("TRANSFER_LIMIT_EXCEEDED");
        assertThat(Api.userErrorCodes(transfer("stars", ida.id())))
                .containsExactly("TRANSFER_TO_SELF");
    }

    private JsonNode transfer(String currency, String to) {
        return ida.call(
                "transferPoints",
                Map.of(
                        "sender",
                        Map.of("id", ida.id()),
                        "recipient",
                        Map.of("id", to),
                        "currency",
                        currency,
                        "amount",
                        5,
                        "reason",
                        "Thank you"));
    }

    @Test
    void adjustsABalanceNeverBelowZero() {
        ida.entry("adjustPoints", Map.of("amount", 30));
        ida.entry("adjustPoints", Map.of("amount", -10));
        assertThat(Api.userErrorCodes(ida.move("adjustPoints", Map.of("amount", -21))))
                .containsExactly("INSUFFICIENT_POINTS");
        assertThat(ida.balance()).isEqualTo(20);
    }

    @Test
    void forbidsPartnersToAdjustBalances() {
        var document =
                "mutation { adjustPoints(input: {customer: {id: \""
                        + ida.id()
                        + "\"}, amount: 1, reason: \"r\", idempotencyKey: \"around-limits\"}) {"
                        + " isReplay } }";
        assertThat(api.errorCodes(ida.partner(), document)).containsExactly("FORBIDDEN");
        assertThat(ida.balance()).isZero();
    }

    @Test
    void reversesAnEntryAndItsEffectsOnce() {
        var order = ida.entry("awardPoints", Map.of("amount", 100, "source", "order-7"));
        var bonus =
                ida.entry(
                        "awardPoints", Map.of("amount", 10, "causedBy", Map.of("entryId", order)));
        var reversal = Map.of("entryId", order, "reason", "Returned");
        var reversed = ida.call("reverseEntry", reversal).path("entry");
        assertThat(reversed.path("kind").asString()).isEqualTo("REVERSED");
        assertThat(ida.balance()).isZero();
        assertThat(Api.userErrorCodes(ida.call("reverseEntry", reversal)))
                .containsExactly("ALREADY_REVERSED");
        var document =
                """
                query($ids: [ID!]!) { nodes(ids: $ids) { ... on PointsEntry {
                  source recordedBy bookedAt currency
                  causedBy { id ... on PointsEntry { source } } reverses { id }
                } } }
                """;
        var ids = List.of(order, bonus, reversed.path("id").asString());
        var entries = api.data(ida.partner(), document, Map.of("ids", ids)).path("nodes");
        assertThat(entries.at("/0/causedBy").isNull()).isTrue();
        assertThat(entries.at("/0/recordedBy").asString()).isEqualTo(ida.partner());
        assertThat(entries.at("/1/causedBy/source").asString()).isEqualTo("order-7");
        assertThat(entries.at("/2/reverses/id").asString()).isEqualTo(order);
        var late =
                ida.move("awardPoints", Map.of("amount", 1, "causedBy", Map.of("entryId", order)));
        assertThat(Api.userErrorCodes(late)).containsExactly("CAUSE_REVERSED");
    }

    @Test
    void showsTheHashChainOfEntriesToAnAdministrator() {
        var first = ida.entry("awardPoints", Map.of("amount", 100));
        var second = ida.entry("redeemPoints", Map.of("amount", 10));
        var document =
                """
                query($first: ID!, $second: ID!) {
                  first: auditEntry(entryId: $first) { entry { id } sequence debit credit previousHash hash }
                  second: auditEntry(entryId: $second) { sequence debit credit previousHash }
                  none: auditEntry(entryId: "pte_01ARZ3NDEKTSV4RRFFQ69G5FAV") { hash }
                }
                """;
        var audit = api.data("administrator", document, Map.of("first", first, "second", second));
        assertThat(audit.at("/first/entry/id").asString()).isEqualTo(first);
        assertThat(audit.at("/first/sequence").asInt()).isEqualTo(1);
        assertThat(audit.at("/first/debit").asString()).isEqualTo("ISSUED");
        assertThat(audit.at("/first/previousHash").asString()).isEmpty();
        assertThat(audit.at("/second/sequence").asInt()).isEqualTo(2);
        assertThat(audit.at("/second/credit").asString()).isEqualTo("REDEEMED");
        assertThat(audit.at("/second/debit")).isEqualTo(audit.at("/first/credit"));
        assertThat(audit.at("/second/previousHash")).isEqualTo(audit.at("/first/hash"));
        assertThat(audit.path("none").isNull()).isTrue();
    }

    @Test
    void rejectsAnUnknownCause() {
        var cause =
                Map.of(
                        "amount",
                        1,
                        "causedBy",
                        Map.of("entryId", "pte_01ARZ3NDEKTSV4RRFFQ69G5FAV"));
        var rejected = ida.move("awardPoints", cause);
        assertThat(Api.userErrorCodes(rejected))
                .hasSize(1)
                .allMatch(code -> code.endsWith("_NOT_FOUND"));
        assertThat(rejected.at("/userErrors/0/path/0").asString()).isEqualTo("causedBy");
    }
}
