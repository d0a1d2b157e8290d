package dev.grapevine.graph.ledger;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.copies;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.GraphBusy;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.LedgerInvariants;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestLedger;
import dev.grapevine.graph.testing.TestWallet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@GraphTest
class BatchAwardsIT {

    @Autowired TestLedger testLedger;
    @Autowired TestBrand testBrand;
    @Autowired PointsLedger ledger;
    @Autowired LedgerInvariants invariants;
    @Autowired Driver driver;

    Brand brand;
    List<TestWallet> people;

    @BeforeEach
    void createWallets() {
        brand = testBrand.newBrand();
        people =
                IntStream.range(0, 10)
                        .mapToObj(i -> testLedger.wallet(brand, "person-" + i))
                        .toList();
    }

    @AfterEach
    void holdsAllInvariants() {
        invariants.check(brand.id());
    }

    private PointsLedger.Award award(int place, long amount) {
        return award(callOf(brand), people.get(place % people.size()), amount);
    }

    private static PointsLedger.Award award(Call call, TestWallet testWallet, long amount) {
        return new PointsLedger.Award(call, testWallet.award(amount, null, null, false, null));
    }

    private List<PointsLedger.Award> batch(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> award(i, i + 1))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private long total() {
        return people.stream().mapToLong(TestWallet::balance).sum();
    }

    @Test
    void rejectsThreeInvalidAwardsAtTheirIndexes() {
        var stranger = testLedger.wallet(testBrand.newBrand(), "stranger");
        var batch = batch(500);
        batch.set(0, award(0, -1));
        batch.set(250, award(callOf(brand), stranger, 251));
        batch.set(499, award(new Call(call().caller(), "short"), people.get(9), 500));
        var results = ledger.awardAll(batch);
        assertThat(rejections(results.get(0))).containsExactly("INVALID_INPUT");
        assertThat(rejections(results.get(250))).containsExactly("CUSTOMER_NOT_FOUND");
        assertThat(rejections(results.get(499))).containsExactly("INVALID_INPUT");
        for (var i = 1; i < 499; i++) {
            if (i != 250) {
                assertThat(succeeded(results.get(i)).amount()).isEqualTo(i + 1);
            }
        }
        assertThat(total()).isEqualTo(500 * 501 / 2 - 1 - 251 - 500);
    }

    @Test
    void returnsTheOriginalEntriesForARepeatedBatch() {
        var batch = batch(100);
        var first = ledger.awardAll(batch);
        var second = ledger.awardAll(batch);
        assertThat(second.stream().map(TestBrand::succeeded).toList())
                .isEqualTo(first.stream().map(TestBrand::succeeded).toList());
        assertThat(second)
                .allSatisfy(result -> assertThat(((Result.Success<?>) result).isReplay()).isTrue());
        assertThat(first)
                .allSatisfy(
                        outcome -> assertThat(((Result.Success<?>) outcome).isReplay()).isFalse());
        assertThat(total()).isEqualTo(100 * 101 / 2);
    }

    @Test
    void executesOnlyTheNewAwardsOfAHalfRepeatedBatch() {
        var batch = batch(50);
        ledger.awardAll(batch.subList(0, 25));
        var results = ledger.awardAll(batch);
        assertThat(results.stream().filter(result -> ((Result.Success<?>) result).isReplay()))
                .hasSize(25);
        assertThat(total()).isEqualTo(50 * 51 / 2);
    }

    @Test
    void executesADuplicateKeyInABatchOnce() {
        var call = callOf(brand);
        var results =
                ledger.awardAll(
                        List.of(
                                award(call, people.get(0), 5),
                                award(call, people.get(0), 5),
                                award(call, people.get(0), 6)));
        assertThat(succeeded(results.get(1))).isEqualTo(succeeded(results.get(0)));
        assertThat(rejections(results.get(2))).containsExactly("IDEMPOTENCY_KEY_REUSED");
        assertThat(total()).isEqualTo(5);
    }

    @Test
    void executesConcurrentCopiesOfABatchOnce() throws Exception {
        var batch = batch(60);
        var answers = race(copies(8, () -> ledger.awardAll(batch)));
        assertThat(
                        answers.stream()
                                .map(answer -> answer.stream().map(TestBrand::succeeded).toList()))
                .allMatch(answers.getFirst().stream().map(TestBrand::succeeded).toList()::equals);
        assertThat(total()).isEqualTo(60 * 61 / 2);
    }

    @Test
    void answersEachAwardForItselfWhileOneWalletIsBusy() {
        var batch = batch(8);
        var walletId = people.get(3).wallet().id();
        try (var session = driver.session();
                var holder = session.beginTransaction()) {
            holder.run("MATCH (w:Wallet {id: $id}) SET w._lock = true", Map.of("id", walletId))
                    .consume();
            var results = new ArrayList<>(ledger.awardAll(batch));
            assertThat(rejections(results.remove(3))).containsExactly("GRAPH_BUSY");
            assertThat(results).allMatch(result -> rejections(result).isEmpty());
            assertThatThrownBy(() -> ledger.awardAll(List.of(batch.get(3), batch.get(3))))
                    .isInstanceOf(GraphBusy.class);
        }
        // The award that was busy may have been executed in the end.
        var repeated = new ArrayList<>(ledger.awardAll(batch));
        assertThat(rejections(repeated.remove(3))).isEmpty();
        assertThat(repeated).allMatch(result -> ((Result.Success<?>) result).isReplay());
        assertThat(total()).isEqualTo(36);
    }

    @Test
    void rejectsMoreThanFiveHundredAwards() {
        var batch = batch(501);
        Assertions.assertThrows(IllegalArgumentException.class, () -> ledger.awardAll(batch));
        assertThat(ledger.awardAll(List.of())).isEmpty();
        assertThat(total()).isZero();
    }
}
