package dev.grapevine.graph.earning.config;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.copies;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;
import static dev.grapevine.graph.testing.TestEarningRules.gives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.earning.rule.Condition;
import dev.grapevine.graph.earning.rule.ConfigRevision.TierSetVersion;
import dev.grapevine.graph.earning.rule.EarningLimit;
import dev.grapevine.graph.earning.rule.Period;
import dev.grapevine.graph.earning.rule.Rule;
import dev.grapevine.graph.earning.rule.RuleSpec;
import dev.grapevine.graph.earning.rule.TierSet;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.ledger.currency.Currency;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestEarningRules;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

@GraphTest
class VersionsIT {

    @Autowired EarningRules rules;

    @Autowired ConfigVersions versions;

    @Autowired RuleHistories histories;

    @Autowired TestEarningRules testEarningRules;

    @Autowired TestBrand testBrand;

    Brand brand;

    @BeforeEach
    void setUp() {
        brand = testBrand.newBrand();
        testEarningRules.kinds(brand, List.of(), "review.posted");
    }

    private ConfigVersion draft(long points) {
        return succeeded(tryDraft(gives(points, "review.posted")));
    }

    private Result<ConfigVersion> tryDraft(RuleSpec spec) {
        return rules.draft(
                call(), brand.key(), new DraftRule("reviews", "Reviews", spec), new Validation());
    }

    private ConfigVersion seen(ConfigVersion version) {
        return versions.byIds(Caller.SYSTEM, List.of(version.id())).get(version.id());
    }

    private List<String> inForce() {
        return histories.of(brand.id()).latest().rules().stream().map(Rule::versionId).toList();
    }

    @Test
    void areDraftsThenPublishedThenRetiredWithTheSameContent() {
        var draft = draft(10);
        assertThat(draft.state()).isEqualTo(ConfigVersion.State.DRAFT);
        assertThat(draft.number()).isEqualTo(1);
        assertThat(draft.activeFrom()).isNull();
        assertThat(inForce()).isEmpty();
        var revision = histories.revision(brand.id());
        var published = succeeded(rules.publish(call(), draft.id()));
        assertThat(published.state()).isEqualTo(ConfigVersion.State.PUBLISHED);
        assertThat(published.activeFrom()).isEqualTo(revision + 1);
        assertThat(inForce()).containsExactly(draft.id());
        var retired = succeeded(rules.retire(call(), draft.id()));
        assertThat(retired.state()).isEqualTo(ConfigVersion.State.RETIRED);
        assertThat(retired.activeUntil()).isEqualTo(revision + 2);
        assertThat(inForce()).isEmpty();
        assertThat(List.of(published, retired))
                .extracting(ConfigVersion::spec)
                .containsOnly(draft.spec());
        assertThat(rejections(rules.retire(call(), draft.id()))).containsExactly("ALREADY_RETIRED");
        assertThat(rejections(rules.publish(call(), draft.id()))).containsExactly("NOT_A_DRAFT");
    }

    @Test
    void replaceThePreviousVersion() {
        var first = succeeded(rules.publish(call(), draft(10).id()));
        var second = draft(20);
        assertThat(second.number()).isEqualTo(2);
        assertThat(inForce()).containsExactly(first.id());
        succeeded(rules.publish(call(), second.id()));
        assertThat(inForce()).containsExactly(second.id());
        assertThat(seen(first).state()).isEqualTo(ConfigVersion.State.RETIRED);
        assertThat(seen(first).activeUntil()).isEqualTo(seen(second).activeFrom());
        var before = histories.of(brand.id()).revision(seen(second).activeFrom() - 1);
        assertThat(before.rules()).extracting(Rule::versionId).containsExactly(first.id());
    }

    @Test
    void arePublishedAndRetiredOnceWithTheSameKey() {
        var draft = draft(10);
        var publish = call();
        var published = succeeded(rules.publish(publish, draft.id()));
        assertThat(rules.publish(publish, draft.id()))
                .isEqualTo(new Result.Success<>(published, true));
        assertThat(rejections(rules.publish(call(), draft.id()))).containsExactly("NOT_A_DRAFT");
        var retire = call();
        var retired = succeeded(rules.retire(retire, draft.id()));
        assertThat(rules.retire(retire, draft.id())).isEqualTo(new Result.Success<>(retired, true));
    }

    @Test
    void makeNoRevisionWhenADraftIsRetired() {
        var draft = draft(10);
        var revision = histories.revision(brand.id());
        succeeded(rules.retire(call(), draft.id()));
        assertThat(histories.revision(brand.id())).isEqualTo(revision);
        assertThat(rejections(rules.publish(call(), draft.id()))).containsExactly("NOT_A_DRAFT");
    }

    @Test
    void areNumberedWithoutGapsUnderConcurrency() throws Exception {
        var drafts = race(copies(12, (Callable<ConfigVersion>) () -> draft(10)));
        assertThat(drafts)
                .extracting(ConfigVersion::number)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 12).boxed().toList());
    }

    @Test
    void leaveOneActiveWhenTwoArePublishedAtOnce() throws Exception {
        var drafts = IntStream.range(0, 6).mapToObj(n -> draft(10 + n)).toList();
        var revision = histories.revision(brand.id());
        race(
                drafts.stream()
                        .map(
                                it ->
                                        (Callable<Object>)
                                                () -> succeeded(rules.publish(call(), it.id())))
                        .toList());
        assertThat(inForce()).hasSize(1);
        assertThat(histories.revision(brand.id())).isEqualTo(revision + 6);
        for (var number = revision + 1; number <= revision + 6; number++) {
            assertThat(histories.of(brand.id()).revision(number).rules()).hasSize(1);
        }
    }

    @Test
    void arePublishedByOneOfManyConcurrentCalls() throws Exception {
        var draft = draft(10);
        var results =
                race(
                        copies(
                                8,
                                (Callable<Result<ConfigVersion>>)
                                        () -> rules.publish(call(), draft.id())));
        assertThat(results).filteredOn(Result.Success.class::isInstance).hasSize(1);
        assertThat(results.stream().flatMap(it -> rejections(it).stream()))
                .hasSize(7)
                .containsOnly("NOT_A_DRAFT");
    }

    @Test
    void ofLimitsAndTiersAreActiveAtOnceAndReplaced() {
        var first = testEarningRules.cap(brand, "all", 100, Period.DAY);
        var second = testEarningRules.cap(brand, "all", 50, Period.WEEK);
        assertThat(histories.of(brand.id()).latest().limits().get("all").limit())
                .extracting(EarningLimit::amount, EarningLimit::period)
                .containsExactly(50L, Period.WEEK);
        assertThat(second.number()).isEqualTo(first.number() + 1);
        assertThat(seen(first).state()).isEqualTo(ConfigVersion.State.RETIRED);
        var low = tierSet(100);
        var high = tierSet(200);
        assertThat(histories.of(brand.id()).latest().tierSets().values())
                .extracting(TierSetVersion::versionId)
                .containsExactly(high.id());
        assertThat(seen(low).state()).isEqualTo(ConfigVersion.State.RETIRED);
        succeeded(rules.retire(call(), second.id()));
        assertThat(histories.of(brand.id()).latest().limits()).isEqualTo(Map.of());
    }

    private ConfigVersion tierSet(long step) {
        var tiers =
                List.of(
                        new TierSet.Tier("low", "Low", 0, step, BigDecimal.ONE, List.of()),
                        new TierSet.Tier("high", "High", step, null, BigDecimal.TWO, List.of()));
        var tierSet = new TierSet(Currency.STANDARD, 30, null, 0, "UTC", tiers);
        return succeeded(rules.set(call(), brand.key(), new SetTierSet("tiers", "Tiers", tierSet)));
    }

    @Test
    void areHiddenFromOtherBrands() {
        var draft = draft(10);
        var stranger = callOf(testBrand.newBrand());
        assertThat(versions.byIds(stranger.caller(), List.of(draft.id()))).isEmpty();
        assertThat(rejections(rules.publish(stranger, draft.id())))
                .isEqualTo(rejections(rules.publish(stranger, "rlv_none")))
                .containsExactly("RULE_NOT_FOUND");
        assertThat(rejections(rules.retire(stranger, draft.id())))
                .containsExactly("RULE_NOT_FOUND");
        assertThat(seen(draft)).isEqualTo(draft);
    }

    @Test
    void areValidatedAgainOnPublishing() {
        var tierSet = tierSet(100);
        var when = new Condition.TierIn("tiers", List.of("high"));
        var draft = succeeded(tryDraft(gives(10, "review.posted").when(when)));
        succeeded(rules.retire(call(), tierSet.id()));
        assertThat(rejections(rules.publish(call(), draft.id()))).containsExactly("INVALID_INPUT");
        assertThat(seen(draft).state()).isEqualTo(ConfigVersion.State.DRAFT);
    }
}
