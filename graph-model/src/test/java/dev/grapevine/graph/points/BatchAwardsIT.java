package dev.grapevine.graph.points;

import static dev.grapevine.graph.testing.World.call;
import static dev.grapevine.graph.testing.World.callOf;
import static dev.grapevine.graph.testing.World.copies;
import static dev.grapevine.graph.testing.World.done;
import static dev.grapevine.graph.testing.World.race;
import static dev.grapevine.graph.testing.World.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.LedgerInvariants;
import dev.grapevine.graph.testing.Purse;
import dev.grapevine.graph.testing.Till;
import dev.grapevine.graph.testing.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@GraphTest
class BatchAwardsIT {

    @Autowired Till till;
    @Autowired World world;
    @Autowired PointsLedger ledger;
    @Autowired LedgerInvariants invariants;

    Brand brand;
    List<Purse> people;

    @BeforeEach
    void openPurses() {
        brand = world.newBrand();
        people = IntStream.range(0, 10).mapToObj(i -> till.purse(brand, "person-" + i)).toList();
    }

    @AfterEach
    void everythingIsRight() {
        invariants.check(brand.id());
    }

    private PointsLedger.Award award(int place, long amount) {
        return award(callOf(brand), people.get(place % people.size()), amount);
    }

    private static PointsLedger.Award award(Call call, Purse purse, long amount) {
        return new PointsLedger.Award(call, purse.award(amount, null, null, false, null));
    }

    private List<PointsLedger.Award> batch(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> award(i, i + 1))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private long total() {
        return people.stream().mapToLong(Purse::balance).sum();
    }

    @Test
    void failsThreeBadOnesInPlace() {
        var stranger = till.purse(world.newBrand(), "stranger");
        var batch = batch(500);
        batch.set(0, award(0, -1));
        batch.set(250, award(callOf(brand), stranger, 251));
        batch.set(499, award(new Call(call().caller(), "short"), people.get(9), 500));
        var outcomes = ledger.awardAll(batch);
        assertThat(refusals(outcomes.get(0))).containsExactly("INVALID_INPUT");
        assertThat(refusals(outcomes.get(250))).containsExactly("CUSTOMER_NOT_FOUND");
        assertThat(refusals(outcomes.get(499))).containsExactly("INVALID_INPUT");
        for (var i = 1; i < 499; i++) {
            if (i != 250) {
                assertThat(done(outcomes.get(i)).amount()).isEqualTo(i + 1);
            }
        }
        assertThat(total()).isEqualTo(500 * 501 / 2 - 1 - 251 - 500);
    }

    @Test
    void answersTheSameBatchWithTheFirstEntries() {
        var batch = batch(100);
        var first = ledger.awardAll(batch);
        var second = ledger.awardAll(batch);
        assertThat(second.stream().map(World::done).toList())
                .isEqualTo(first.stream().map(World::done).toList());
        assertThat(second)
                .allSatisfy(outcome -> assertThat(((Outcome.Done<?>) outcome).isReplay()).isTrue());
        assertThat(first)
                .allSatisfy(
                        outcome -> assertThat(((Outcome.Done<?>) outcome).isReplay()).isFalse());
        assertThat(total()).isEqualTo(100 * 101 / 2);
    }

    @Test
    void carriesOutOnlyWhatIsNewInABatchThatIsHalfRepeated() {
        var batch = batch(50);
        ledger.awardAll(batch.subList(0, 25));
        var outcomes = ledger.awardAll(batch);
        assertThat(outcomes.stream().filter(outcome -> ((Outcome.Done<?>) outcome).isReplay()))
                .hasSize(25);
        assertThat(total()).isEqualTo(50 * 51 / 2);
    }

    @Test
    void takesAKeyOnceThatIsInTheBatchTwice() {
        var call = callOf(brand);
        var outcomes =
                ledger.awardAll(
                        List.of(
                                award(call, people.get(0), 5),
                                award(call, people.get(0), 5),
                                award(call, people.get(0), 6)));
        assertThat(done(outcomes.get(1))).isEqualTo(done(outcomes.get(0)));
        assertThat(refusals(outcomes.get(2))).containsExactly("IDEMPOTENCY_KEY_REUSED");
        assertThat(total()).isEqualTo(5);
    }

    @Test
    void isTakenOnceWhenTheSameBatchIsSentManyTimesAtOnce() throws Exception {
        var batch = batch(60);
        var answers = race(copies(8, () -> ledger.awardAll(batch)));
        assertThat(answers.stream().map(answer -> answer.stream().map(World::done).toList()))
                .allMatch(answers.getFirst().stream().map(World::done).toList()::equals);
        assertThat(total()).isEqualTo(60 * 61 / 2);
    }

    @Test
    void takesNoMoreThanFiveHundred() {
        var batch = batch(501);
        Assertions.assertThrows(IllegalArgumentException.class, () -> ledger.awardAll(batch));
        assertThat(ledger.awardAll(List.of())).isEmpty();
        assertThat(total()).isZero();
    }
}
