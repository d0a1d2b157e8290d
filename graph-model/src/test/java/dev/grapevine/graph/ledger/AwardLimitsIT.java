package dev.grapevine.graph.ledger;

import static dev.grapevine.graph.testing.TestBrand.copies;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.command.AwardLimits;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.LedgerInvariants;
import dev.grapevine.graph.testing.MovableClock;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestLedger;
import dev.grapevine.graph.testing.TestWallet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

@GraphTest
class AwardLimitsIT {

    @Autowired TestLedger testLedger;
    @Autowired TestBrand testBrand;
    @Autowired MovableClock clock;
    @Autowired PointsLedger ledger;
    @Autowired LedgerInvariants invariants;

    Brand brand;
    List<TestWallet> people;

    @BeforeEach
    void createWallets() {
        brand = testBrand.newBrand();
        people =
                IntStream.range(0, 8)
                        .mapToObj(i -> testLedger.wallet(brand, "person-" + i))
                        .toList();
    }

    @AfterEach
    void holdsAllInvariants() {
        invariants.check(brand.id());
    }

    private Call callWith(Long perCall, Long perCustomerPerDay, Long total) {
        var limits = new AwardLimits(perCall, perCustomerPerDay, total);
        return new Call(
                new Caller("ptn_of_" + brand.key(), brand.id(), limits),
                UUID.randomUUID().toString());
    }

    private Result<PointsEntry> award(Call call, TestWallet testWallet, long amount) {
        return ledger.award(call, testWallet.award(amount, null, null, false, null));
    }

    private long total() {
        return people.stream().mapToLong(TestWallet::balance).sum();
    }

    @Test
    void awardsExactlyTheBudgetInSixtyFourConcurrentCalls() throws Exception {
        var results =
                race(
                        IntStream.range(0, 64)
                                .<Callable<Result<PointsEntry>>>mapToObj(
                                        i ->
                                                () ->
                                                        award(
                                                                callWith(null, null, 1_000L),
                                                                people.get(i % 8),
                                                                25))
                                .toList());
        assertThat(results.stream().filter(result -> rejections(result).isEmpty())).hasSize(40);
        assertThat(results.stream().flatMap(outcome -> rejections(outcome).stream()))
                .hasSize(24)
                .containsOnly("AWARD_LIMIT_EXCEEDED");
        assertThat(total()).isEqualTo(1_000);
    }

    @Test
    void awardsExactlyTheBudgetInOneBatch() {
        var awards =
                IntStream.range(0, 64)
                        .mapToObj(
                                i ->
                                        new PointsLedger.Award(
                                                callWith(null, null, 1_000L),
                                                people.get(i % 8)
                                                        .award(25, null, null, false, null)))
                        .toList();
        var results = ledger.awardAll(awards);
        assertThat(results.stream().filter(result -> rejections(result).isEmpty())).hasSize(40);
        assertThat(total()).isEqualTo(1_000);
    }

    @Test
    void returnsTheRemainingBudget() {
        succeeded(award(callWith(null, null, 100L), people.get(0), 70));
        assertThat(award(callWith(null, null, 100L), people.get(1), 31))
                .isEqualTo(Result.rejected(new AwardLimitExceeded("in total", 31, 100, 30)));
        succeeded(award(callWith(null, null, 100L), people.get(1), 30));
    }

    @Test
    void limitsOneCall() {
        assertThat(award(callWith(10L, null, null), people.get(0), 11))
                .isEqualTo(Result.rejected(new AwardLimitExceeded("per call", 11, 10, 10)));
        succeeded(award(callWith(10L, null, null), people.get(0), 10));
    }

    @Test
    void limitsEachCustomerPerDay() {
        var noon = OffsetDateTime.parse("2026-05-20T12:00:00Z");
        clock.stopAt(noon);
        succeeded(award(callWith(null, 10L, null), people.get(0), 7));
        assertThat(rejections(award(callWith(null, 10L, null), people.get(0), 4)))
                .containsExactly("AWARD_LIMIT_EXCEEDED");
        succeeded(award(callWith(null, 10L, null), people.get(1), 10));
        clock.stopAt(OffsetDateTime.parse("2026-05-21T00:00:00Z"));
        succeeded(award(callWith(null, 10L, null), people.get(0), 10));
        assertThat(total()).isEqualTo(27);
    }

    @Test
    void limitsEachCustomerPerDayUnderConcurrency() throws Exception {
        var results = race(copies(32, () -> award(callWith(null, 50L, null), people.get(0), 7)));
        assertThat(results.stream().filter(result -> rejections(result).isEmpty())).hasSize(7);
        assertThat(people.get(0).balance()).isEqualTo(49);
    }

    @Test
    void usesNoBudgetForRejectedOrRepeatedAwards() {
        var call = callWith(null, 60L, 100L);
        succeeded(award(call, people.get(0), 60));
        assertThat(rejections(award(call, people.get(0), 60))).isEmpty();
        assertThat(rejections(award(callWith(null, 60L, 100L), people.get(0), 1)))
                .containsExactly("AWARD_LIMIT_EXCEEDED");
        assertThat(rejections(award(callWith(null, 60L, 100L), people.get(0), -1)))
                .containsExactly("INVALID_INPUT");
        succeeded(award(callWith(null, 60L, 100L), people.get(1), 40));
        assertThat(total()).isEqualTo(100);
    }

    @Test
    void releasesTheKeyOfARejectedAward() {
        var call = callWith(null, null, 10L);
        assertThat(rejections(award(call, people.get(0), 11)))
                .containsExactly("AWARD_LIMIT_EXCEEDED");
        succeeded(award(call, people.get(0), 10));
    }

    @Test
    void countsEachCurrencyAndCallerSeparately() {
        testLedger.setCurrency(brand, "status");
        succeeded(award(callWith(null, null, 10L), people.get(0), 10));
        succeeded(
                award(
                        callWith(null, null, 10L),
                        testLedger.wallet(people.get(0).customer(), "status"),
                        10));
        var other =
                new Caller(
                        "ptn_other_" + brand.key(), brand.id(), new AwardLimits(null, null, 10L));
        succeeded(award(new Call(other, "other-partner"), people.get(0), 10));
        assertThat(rejections(award(callWith(null, null, 10L), people.get(0), 1)))
                .containsExactly("AWARD_LIMIT_EXCEEDED");
    }
}
