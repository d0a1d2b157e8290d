package dev.grapevine.graph.ledger;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.GraphBusy;
import dev.grapevine.graph.ledger.LedgerFixture.Kind;
import dev.grapevine.graph.ledger.LedgerFixture.Step;
import dev.grapevine.graph.ledger.currency.Currency;
import dev.grapevine.graph.ledger.currency.SetCurrency;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.InGraphTestContext;
import dev.grapevine.graph.testing.LedgerInvariants;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestLedger;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;

import org.springframework.beans.factory.annotation.Autowired;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * Executes random commands on the same few wallets in several threads, and verifies the ledger
 * afterwards. Seeds are printed and repeated as in {@link LedgerProperties}; the interleaving of
 * the threads is not part of the seed, so that a failure may need several attempts to recur.
 */
@GraphTest
@AddLifecycleHook(InGraphTestContext.class)
class LedgerRaceProperties {

    private static final int THREADS = 6;

    @Autowired PointsLedger ledger;

    @Autowired Wallets wallets;

    @Autowired TestLedger testLedger;

    @Autowired TestBrand testBrand;

    @Autowired LedgerInvariants invariants;

    @Provide
    Arbitrary<List<List<Step>>> threads() {
        var kinds = new java.util.ArrayList<>(List.of(Kind.values()));
        kinds.remove(Kind.PASS);
        return Step.among(kinds.toArray(Kind[]::new)).list().ofSize(12).list().ofSize(THREADS);
    }

    @Provide
    Arbitrary<Currency.NegativeBalancePolicy> shortfalls() {
        return Arbitraries.of(Currency.NegativeBalancePolicy.values());
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void holdsExactlyTheAcknowledgedCommands(
            @ForAll("threads") List<List<Step>> threads,
            @ForAll("shortfalls") Currency.NegativeBalancePolicy negativeBalancePolicy)
            throws Exception {
        var brand = testBrand.newBrand();
        testLedger.setCurrency(
                brand,
                new SetCurrency(
                        "coins",
                        "Coins",
                        Currency.Expiry.NEVER,
                        null,
                        null,
                        true,
                        200L,
                        negativeBalancePolicy));
        var people =
                IntStream.range(0, LedgerFixture.PEOPLE)
                        .mapToObj(index -> testBrand.enrol(brand, "person-" + index))
                        .toList();
        var fixture = LedgerFixture.of(ledger, people, "coins");
        var reversed =
                race(
                        threads.stream()
                                .<Callable<Set<String>>>map(steps -> () -> run(fixture, steps))
                                .toList());
        invariants.check(brand.id());
        var reversedIds = new HashSet<String>();
        reversed.forEach(reversedIds::addAll);
        assertThat(fixture.sums(wallets).stream().mapToLong(LedgerRaceProperties::total).sum())
                .isEqualTo(acknowledged(fixture, reversedIds));
    }

    private static long total(List<Long> sums) {
        return sums.get(0) + sums.get(1) + sums.get(2) - sums.get(3);
    }

    /** Executes steps; returns the ids of the reversed entries. */
    private static Set<String> run(LedgerFixture fixture, List<Step> steps) {
        var reversed = new HashSet<String>();
        for (var step : steps) {
            // Partial reversals and times are covered by LedgerProperties.
            if (!step.isInapplicable(fixture) && step.kind() != Kind.REVERSE_PART) {
                var result = untilAnswered(fixture, step);
                if (result instanceof Result.Success<PointsEntry>(var entry, _)
                        && entry.reverses() != null) {
                    reversed.add(entry.reverses());
                }
            }
        }
        return reversed;
    }

    /** Repeats a call under its idempotency key until it has a result, as a client does. */
    private static Result<PointsEntry> untilAnswered(LedgerFixture fixture, Step step) {
        var call = call();
        var start = java.time.OffsetDateTime.now(java.time.ZoneOffset.UTC);
        // A step must pick the same entry or hold in each attempt.
        var pinned =
                new LedgerFixture(
                        fixture.ledger(),
                        fixture.people(),
                        fixture.currency(),
                        List.copyOf(fixture.deeds()),
                        List.copyOf(fixture.holds()));
        while (true) {
            try {
                var result = pinned.execute(call, step, start);
                fixture.record(result);
                return result;
            } catch (GraphBusy e) {
                Thread.onSpinWait();
            }
        }
    }

    /**
     * Returns the sum of the points that customers should have by the results of their commands.
     */
    private static long acknowledged(LedgerFixture fixture, Set<String> reversed) {
        var reversedIds = new HashSet<>(reversed);
        var before = -1;
        while (before < reversedIds.size()) {
            before = reversedIds.size();
            fixture.deeds().stream()
                    .filter(entry -> reversedIds.contains(Objects.toString(entry.causedBy())))
                    .forEach(entry -> reversedIds.add(entry.id()));
        }
        return fixture.deeds().stream()
                .filter(entry -> !reversedIds.contains(entry.id()))
                .mapToLong(LedgerRaceProperties::change)
                .sum();
    }

    private static long change(PointsEntry entry) {
        return entry.debit().startsWith(entry.walletId()) ? -entry.amount() : entry.amount();
    }
}
