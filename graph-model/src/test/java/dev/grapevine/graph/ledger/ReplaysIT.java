package dev.grapevine.graph.ledger;

import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.copies;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.command.AdjustPoints;
import dev.grapevine.graph.ledger.command.CaptureHold;
import dev.grapevine.graph.ledger.command.ConfirmPoints;
import dev.grapevine.graph.ledger.command.HoldPoints;
import dev.grapevine.graph.ledger.command.RedeemPoints;
import dev.grapevine.graph.ledger.command.ReleaseHold;
import dev.grapevine.graph.ledger.command.ReverseEntry;
import dev.grapevine.graph.ledger.command.TransferPoints;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.LedgerInvariants;
import dev.grapevine.graph.testing.MovableClock;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestLedger;
import dev.grapevine.graph.testing.TestWallet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tests that every ledger command is executed once per idempotency key. */
@GraphTest
class ReplaysIT {

    @Autowired TestLedger testLedger;
    @Autowired TestBrand testBrand;
    @Autowired MovableClock clock;
    @Autowired PointsLedger ledger;
    @Autowired LedgerInvariants invariants;

    Brand brand;
    TestWallet ada;
    TestWallet grace;

    @BeforeEach
    void createWallets() {
        brand = testBrand.newBrand();
        testLedger.setCurrency(brand, "gifts");
        ada = testLedger.wallet(brand, "ada", "gifts");
        grace = testLedger.wallet(brand, "grace", "gifts");
        ada.earn(100);
        grace.earn(100);
    }

    @AfterEach
    void holdsAllInvariants() {
        invariants.check(brand.id());
    }

    /** Command, and the same command with other input. */
    record Command(
            Function<Call, Result<PointsEntry>> first, Function<Call, Result<PointsEntry>> other) {}

    private Command command(String name) {
        var id = ada.customer().id();
        var to = grace.customer().id();
        return switch (name) {
            case "award" ->
                    new Command(
                            commandCall ->
                                    ledger.award(
                                            commandCall, ada.award(5, null, null, false, null)),
                            call -> ledger.award(call, ada.award(5, null, null, true, null)));
            case "confirm" -> {
                var one = new ConfirmPoints(ada.earnPending(5, null).id());
                var two = new ConfirmPoints(ada.earnPending(5, null).id());
                yield new Command(
                        call -> ledger.confirm(call, one), call -> ledger.confirm(call, two));
            }
            case "redeem" -> new Command(call -> redeem(call, id, 5), call -> redeem(call, id, 6));
            case "hold" -> new Command(call -> hold(call, id, "A"), call -> hold(call, id, "B"));
            case "capture" -> {
                var hold = ada.hold(10, null);
                yield new Command(
                        call -> ledger.capture(call, new CaptureHold(hold.id(), 4L)),
                        call -> ledger.capture(call, new CaptureHold(hold.id(), null)));
            }
            case "release" -> {
                var one = ada.hold(10, null);
                var two = ada.hold(10, null);
                yield new Command(
                        call -> ledger.release(call, new ReleaseHold(one.id())),
                        call -> ledger.release(call, new ReleaseHold(two.id())));
            }
            case "transfer" ->
                    new Command(call -> give(call, id, to, 5), call -> give(call, to, id, 5));
            case "adjust" -> new Command(call -> adjust(call, id, -5), call -> adjust(call, id, 5));
            default -> {
                var entry = ada.earn(10);
                yield new Command(
                        call -> reverse(call, entry, 5L), call -> reverse(call, entry, null));
            }
        };
    }

    private Result<PointsEntry> redeem(Call call, String id, long amount) {
        return ledger.redeem(call, new RedeemPoints(id, "gifts", amount, "A coffee", null, null));
    }

    private Result<PointsEntry> hold(Call call, String id, String reason) {
        return ledger.hold(call, new HoldPoints(id, "gifts", 5, reason, null, null));
    }

    private Result<PointsEntry> give(Call call, String from, String to, long amount) {
        return ledger.transfer(call, new TransferPoints(from, to, "gifts", amount, "A present"));
    }

    private Result<PointsEntry> adjust(Call call, String id, long amount) {
        return ledger.adjust(call, new AdjustPoints(id, "gifts", amount, "A mistake"));
    }

    private Result<PointsEntry> reverse(Call call, PointsEntry entry, Long amount) {
        return ledger.reverse(
                call,
                new ReverseEntry(
                        entry.id(),
                        amount,
                        ReverseEntry.RefundPolicy.RESTORE_ORIGINAL_EXPIRY,
                        "A return"));
    }

    private static final String NAMES =
            "award confirm redeem hold capture release transfer adjust reverse";

    static Stream<String> names() {
        return Stream.of(NAMES.split(" "));
    }

    @ParameterizedTest
    @MethodSource("names")
    void returnsTheOriginalEntryForARepeatedCall(String name) {
        var command = command(name);
        var call = callOf(brand);
        var first = succeeded(command.first().apply(call));
        succeeded(ada.tryAdjust(-ada.balance()));
        var sums = ada.sums();
        assertThat(command.first().apply(call)).isEqualTo(new Result.Success<>(first, true));
        assertThat(ada.sums()).isEqualTo(sums);
        clock.pass(Duration.ofDays(40));
        assertThat(command.first().apply(call)).isEqualTo(new Result.Success<>(first, true));
    }

    @ParameterizedTest
    @MethodSource("names")
    void rejectsTheKeyWithOtherInput(String name) {
        var command = command(name);
        var call = callOf(brand);
        succeeded(command.first().apply(call));
        var sums = ada.sums();
        assertThat(rejections(command.other().apply(call)))
                .containsExactly("IDEMPOTENCY_KEY_REUSED");
        assertThat(ada.sums()).isEqualTo(sums);
    }

    @ParameterizedTest
    @MethodSource("names")
    void hasOneEffectInConcurrentCopiesOfACall(String name) throws Exception {
        var command = command(name);
        var call = callOf(brand);
        var results = race(copies(16, () -> command.first().apply(call)));
        assertThat(results.stream().map(TestBrand::succeeded).distinct()).hasSize(1);
        assertThat(results.stream().filter(result -> !((Result.Success<?>) result).isReplay()))
                .hasSize(1);
    }

    /** Their wallets do not exclude each other; the constraint on the key does. */
    @RepeatedTest(5)
    void hasOneEffectInConcurrentCallsForDifferentCustomers() throws Exception {
        var call = callOf(brand);
        var rivals = rivals(16);
        var calls = new ArrayList<Callable<Result<PointsEntry>>>();
        rivals.forEach(rival -> calls.add(() -> adjust(call, rival.customer().id(), 5)));
        var results = race(calls);
        assertThat(results.stream().map(TestBrand::rejections))
                .containsOnly(List.of(), List.of("IDEMPOTENCY_KEY_REUSED"))
                .containsOnlyOnce(List.of());
        assertThat(rivals.stream().mapToLong(TestWallet::balance).sum()).isEqualTo(5);
    }

    private List<TestWallet> rivals(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> testLedger.wallet(brand, "rival-" + i, "gifts"))
                .toList();
    }

    /** Each batch waits for a key that the other one stores. */
    @RepeatedTest(5)
    void hasOneEffectForEachKeyOfConcurrentBatchesInOppositeOrders() throws Exception {
        var calls = Stream.generate(() -> callOf(brand)).limit(20).toList();
        var rivals = rivals(40);
        var batches = new ArrayList<Callable<List<Result<PointsEntry>>>>();
        for (var offset : List.of(0, 20)) {
            var batch = new ArrayList<PointsLedger.Award>();
            for (var i = 0; i < calls.size(); i++) {
                var award = rivals.get(offset + i).award(5, null, null, false, null);
                batch.add(new PointsLedger.Award(calls.get(i), award));
            }
            if (offset > 0) {
                Collections.reverse(batch);
            }
            batches.add(() -> ledger.awardAll(batch));
        }
        var results = race(batches).stream().flatMap(List::stream).toList();
        assertThat(results.stream().map(TestBrand::rejections))
                .containsOnly(List.of(), List.of("IDEMPOTENCY_KEY_REUSED"));
        assertThat(results.stream().filter(Result.Success.class::isInstance)).hasSize(20);
        assertThat(rivals.stream().mapToLong(TestWallet::balance).sum()).isEqualTo(100);
    }

    @Test
    void keepsRejectionsForInsufficientPoints() {
        var call = callOf(brand);
        var id = ada.customer().id();
        var hold = new HoldPoints(id, "gifts", 500, "A basket", null, null);
        var present = new TransferPoints(id, grace.customer().id(), "gifts", 500, "A present");
        var correction = new AdjustPoints(id, "gifts", -500, "A mistake");
        var refused = Result.rejectedFinally(new InsufficientPoints(100, 500));
        for (var i = 0; i < 2; i++) {
            assertThat(redeem(call, id, 500)).isEqualTo(refused);
            assertThat(ledger.hold(call, hold)).isEqualTo(refused);
            assertThat(ledger.transfer(call, present)).isEqualTo(refused);
            assertThat(ledger.adjust(call, correction)).isEqualTo(refused);
            ada.earn(1_000);
        }
        assertThat(ada.balance()).isEqualTo(2_100);
    }
}
