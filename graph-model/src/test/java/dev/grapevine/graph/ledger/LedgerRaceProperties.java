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
 * Lets several threads do to the same few wallets whatever jqwik thinks of, and looks at the ledger
 * once all is quiet. Seeds are printed and run again as in {@link LedgerProperties}; how threads
 * meet is not in the seed, so that a failure may need some tries.
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
    void holdsWhatWasAcknowledgedAndNothingElse(
            @ForAll("threads") List<List<Step>> threads,
            @ForAll("shortfalls") Currency.NegativeBalancePolicy negativeBalancePolicy)
            throws Exception {
        var brand = testBrand.newBrand();
        testLedger.define(
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
                        .mapToObj(place -> testBrand.enrol(brand, "person-" + place))
                        .toList();
        var scene = LedgerFixture.of(ledger, people, "coins");
        var reversed =
                race(
                        threads.stream()
                                .<Callable<Set<String>>>map(steps -> () -> walk(scene, steps))
                                .toList());
        invariants.check(brand.id());
        var takenBack = new HashSet<String>();
        reversed.forEach(takenBack::addAll);
        assertThat(scene.sums(wallets).stream().mapToLong(LedgerRaceProperties::total).sum())
                .isEqualTo(acknowledged(scene, takenBack));
    }

    private static long total(List<Long> sums) {
        return sums.get(0) + sums.get(1) + sums.get(2) - sums.get(3);
    }

    /** Goes its steps, and answers the ids of what it has taken back. */
    private static Set<String> walk(LedgerFixture scene, List<Step> steps) {
        var reversed = new HashSet<String>();
        for (var step : steps) {
            // In part or beside its time everything is in the other properties.
            if (!step.isPointless(scene) && step.kind() != Kind.REVERSE_PART) {
                var result = untilAnswered(scene, step);
                if (result instanceof Result.Success<PointsEntry>(var entry, _)
                        && entry.reverses() != null) {
                    reversed.add(entry.reverses());
                }
            }
        }
        return reversed;
    }

    /** As a client does: the same call again, under its key, until there is an answer. */
    private static Result<PointsEntry> untilAnswered(LedgerFixture scene, Step step) {
        var call = call();
        var start = java.time.OffsetDateTime.now(java.time.ZoneOffset.UTC);
        // What a step picks must be the same in each try.
        var pinned =
                new LedgerFixture(
                        scene.ledger(),
                        scene.people(),
                        scene.currency(),
                        List.copyOf(scene.deeds()),
                        List.copyOf(scene.holds()));
        while (true) {
            try {
                var result = pinned.carryOut(call, step, start);
                scene.note(result);
                return result;
            } catch (GraphBusy e) {
                Thread.onSpinWait();
            }
        }
    }

    /** What customers should have, by what they were told. */
    private static long acknowledged(LedgerFixture scene, Set<String> reversed) {
        var takenBack = new HashSet<>(reversed);
        var before = -1;
        while (before < takenBack.size()) {
            before = takenBack.size();
            scene.deeds().stream()
                    .filter(entry -> takenBack.contains(Objects.toString(entry.causedBy())))
                    .forEach(entry -> takenBack.add(entry.id()));
        }
        return scene.deeds().stream()
                .filter(entry -> !takenBack.contains(entry.id()))
                .mapToLong(LedgerRaceProperties::change)
                .sum();
    }

    private static long change(PointsEntry entry) {
        return entry.debit().startsWith(entry.walletId()) ? -entry.amount() : entry.amount();
    }
}
