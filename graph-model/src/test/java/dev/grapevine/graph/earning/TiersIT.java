package dev.grapevine.graph.earning;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.succeeded;
import static dev.grapevine.graph.testing.TestEarningRules.budgeted;
import static dev.grapevine.graph.testing.TestEarningRules.did;
import static dev.grapevine.graph.testing.TestEarningRules.gives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.activity.CancelActivity;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.earning.config.ConfigVersion;
import dev.grapevine.graph.earning.config.SetTierSet;
import dev.grapevine.graph.earning.engine.TierStatus;
import dev.grapevine.graph.earning.rule.TierSet;
import dev.grapevine.graph.earning.tier.CustomerTier;
import dev.grapevine.graph.earning.tier.CustomerTiers;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.currency.Currency;
import dev.grapevine.graph.ledger.explain.Explanation;
import dev.grapevine.graph.ledger.explain.Explanations;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.MovableClock;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestEarningRules;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

@GraphTest
class TiersIT {

    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-03-02T12:00:00Z");

    @Autowired TestEarningRules testEarningRules;

    @Autowired CustomerTiers customerTiers;

    @Autowired Explanations explanations;

    @Autowired TestBrand testBrand;

    @Autowired MovableClock clock;

    Brand brand;
    Customer ada;

    @BeforeEach
    void givesSixtyForAnOrder() {
        brand = testBrand.newBrand();
        ada = testBrand.enrol(brand, "ada");
        clock.stopAt(MONDAY.plusHours(12));
        testEarningRules.kinds(brand, List.of(), "order.paid");
        testEarningRules.publish(brand, "orders", gives(60, "order.paid"));
    }

    /** Tiers bronze, silver and gold, over thirty days with ten grace days. */
    private ConfigVersion tierSet(long silver, long gold) {
        return tierSet("status", silver, gold);
    }

    private ConfigVersion tierSet(String key, long silver, long gold) {
        var spec =
                new TierSet(
                        Currency.STANDARD,
                        30,
                        null,
                        10,
                        "UTC",
                        List.of(
                                tier("bronze", 0, silver, "1"),
                                tier("silver", silver, gold, "1.5"),
                                tier("gold", gold, null, "2")));
        return succeeded(
                testEarningRules.rules.set(call(), brand.key(), new SetTierSet(key, key, spec)));
    }

    private static TierSet.Tier tier(String key, long from, Long until, String factor) {
        return new TierSet.Tier(
                key, key, from, until, new BigDecimal(factor), List.of("Free shipping"));
    }

    private void orders(int number, OffsetDateTime at) {
        for (var n = 0; n < number; n++) {
            var id = "o" + at.toEpochSecond() + "-" + n;
            testEarningRules.record(brand, did(id, "order.paid", "ada", at.plusMinutes(n)));
        }
    }

    private List<CustomerTier> tiers() {
        return customerTiers.ofCustomers(List.of(ada.id())).getOrDefault(ada.id(), List.of());
    }

    private TierStatus status() {
        assertThat(tiers()).hasSize(1);
        return tiers().getFirst().status();
    }

    @Test
    void areReachedByQualifyingPoints() {
        var version = tierSet(100, 300);
        assertThat(status().tier().key()).isEqualTo("bronze");
        assertThat(status().pointsToNextTier()).isEqualTo(100);
        orders(2, MONDAY);
        assertThat(tiers().getFirst().versionId()).isEqualTo(version.id());
        assertThat(tiers().getFirst().tierSetKey()).isEqualTo("status");
        var tierStatus = status();
        assertThat(tierStatus.tier().key()).isEqualTo("silver");
        assertThat(tierStatus.points()).isEqualTo(120);
        assertThat(Objects.requireNonNull(tierStatus.next()).key()).isEqualTo("gold");
        assertThat(tierStatus.pointsToNextTier()).isEqualTo(180);
        assertThat(tierStatus.since()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(tierStatus.downgradeOn()).isNull();
    }

    @Test
    void multiplyLaterPointsAndAppearInTheCalculation() {
        tierSet(100, 300);
        orders(3, MONDAY);
        assertThat(testEarningRules.entries(ada))
                .extracting(PointsEntry::amount)
                .containsExactly(90L, 60L, 60L);
        var latest = testEarningRules.entries(ada).getFirst();
        assertThat(latest.calculation()).contains("Times 1.5 by tier silver (Free shipping)");
        var steps = explanations.explain(Caller.SYSTEM, latest.id()).orElseThrow().steps();
        assertThat(steps)
                .filteredOn(step -> step.kind() == Explanation.Kind.RULE)
                .extracting(Explanation.Step::sentence)
                .contains("60 for each activity", "Times 1.5 by tier silver (Free shipping)");
    }

    @Test
    void areKeptForTheGraceDaysOnly() {
        tierSet(100, 300);
        orders(2, MONDAY);
        clock.stopAt(MONDAY.plusDays(30));
        assertThat(status().tier().key()).isEqualTo("silver");
        assertThat(status().points()).isZero();
        assertThat(status().downgradeOn()).isEqualTo(LocalDate.of(2026, 4, 11));
        clock.stopAt(MONDAY.plusDays(39));
        assertThat(status().tier().key()).isEqualTo("silver");
        clock.stopAt(MONDAY.plusDays(40));
        assertThat(status().tier().key()).isEqualTo("bronze");
        orders(1, MONDAY.plusDays(40));
        assertThat(testEarningRules.entries(ada).getFirst().amount()).isEqualTo(60);
    }

    @Test
    void followANewTierSetBeforeTheNextActivity() {
        tierSet(100, 300);
        orders(2, MONDAY);
        var other = tierSet(50, 119);
        assertThat(tiers().getFirst().versionId()).isEqualTo(other.id());
        assertThat(status().tier().key()).isEqualTo("gold");
        assertThat(status().points()).isEqualTo(120);
        assertThat(testEarningRules.balance(ada)).isEqualTo(120);
        orders(1, MONDAY.plusHours(1));
        assertThat(testEarningRules.balance(ada)).isEqualTo(240);
        assertThat(status().points()).isEqualTo(240);
    }

    @Test
    void countPointsAsCutByTheBudget() {
        testEarningRules.publish(brand, "orders", budgeted(gives(60, "order.paid"), 70));
        tierSet(100, 300);
        orders(3, MONDAY);
        assertThat(testEarningRules.balance(ada)).isEqualTo(70);
        assertThat(status().points()).isEqualTo(70);
        tierSet(90, 300);
        assertThat(status().points()).isEqualTo(70);
        assertThat(status().tier().key()).isEqualTo("bronze");
    }

    @Test
    void areLostWhenTheirActivitiesAreCancelled() {
        tierSet(100, 300);
        orders(1, MONDAY);
        var second =
                testEarningRules.record(brand, did("o", "order.paid", "ada", MONDAY.plusHours(1)));
        orders(1, MONDAY.plusHours(2));
        assertThat(testEarningRules.balance(ada)).isEqualTo(210);
        var cancellation = new CancelActivity(second.getFirst().id(), "A mistake");
        succeeded(testEarningRules.activities.cancel(call(), cancellation));
        assertThat(testEarningRules.balance(ada)).isEqualTo(120);
        assertThat(status().points()).isEqualTo(120);
        assertThat(status().tier().key()).isEqualTo("silver");
    }

    @Test
    void areNoneAfterTheTierSetIsRetired() {
        var version = tierSet(100, 300);
        orders(3, MONDAY);
        succeeded(testEarningRules.rules.retire(call(), version.id()));
        assertThat(tiers()).isEmpty();
        orders(1, MONDAY.plusHours(1));
        assertThat(testEarningRules.entries(ada).getFirst().amount()).isEqualTo(60);
    }

    @Test
    void areOrderedByTierSetKeyAndMultiplyTogether() {
        tierSet("b-tier-set", 50, 300);
        tierSet("a-tier-set", 60, 300);
        orders(2, MONDAY);
        assertThat(tiers())
                .extracting(CustomerTier::tierSetKey)
                .containsExactly("a-tier-set", "b-tier-set");
        assertThat(testEarningRules.entries(ada).getFirst().amount()).isEqualTo(135);
    }
}
