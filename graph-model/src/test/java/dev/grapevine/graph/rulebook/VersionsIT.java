package dev.grapevine.graph.rulebook;

import static dev.grapevine.graph.testing.Programme.gives;
import static dev.grapevine.graph.testing.World.call;
import static dev.grapevine.graph.testing.World.callOf;
import static dev.grapevine.graph.testing.World.copies;
import static dev.grapevine.graph.testing.World.done;
import static dev.grapevine.graph.testing.World.race;
import static dev.grapevine.graph.testing.World.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.points.Currency;
import dev.grapevine.graph.rule.Condition;
import dev.grapevine.graph.rule.Edition.LadderVersion;
import dev.grapevine.graph.rule.Ladder;
import dev.grapevine.graph.rule.Limit;
import dev.grapevine.graph.rule.Per;
import dev.grapevine.graph.rule.Rule;
import dev.grapevine.graph.rule.RuleSpec;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.Programme;
import dev.grapevine.graph.testing.World;

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

    @Autowired Decisions decisions;

    @Autowired Rulebooks rulebooks;

    @Autowired Programme programme;

    @Autowired World world;

    Brand brand;

    @BeforeEach
    void setUp() {
        brand = world.newBrand();
        programme.kinds(brand, List.of(), "review.posted");
    }

    private Decision draft(long points) {
        return done(tryDraft(gives(points, "review.posted")));
    }

    private Outcome<Decision> tryDraft(RuleSpec spec) {
        return rules.draft(call(), brand.key(), new DraftRule("reviews", "Reviews", spec));
    }

    private Decision seen(Decision decision) {
        return decisions.byIds(Caller.GRAPEVINE, List.of(decision.id())).get(decision.id());
    }

    private List<String> inForce() {
        return rulebooks.of(brand.id()).latest().rules().stream().map(Rule::versionId).toList();
    }

    @Test
    void areDraftsThenPublishedThenRetiredAndNeverChangeWhatTheySay() {
        var draft = draft(10);
        assertThat(draft.state()).isEqualTo(Decision.State.DRAFT);
        assertThat(draft.number()).isEqualTo(1);
        assertThat(draft.inForceFrom()).isNull();
        assertThat(inForce()).isEmpty();
        var edition = rulebooks.edition(brand.id());
        var published = done(rules.publish(call(), draft.id()));
        assertThat(published.state()).isEqualTo(Decision.State.PUBLISHED);
        assertThat(published.inForceFrom()).isEqualTo(edition + 1);
        assertThat(inForce()).containsExactly(draft.id());
        var retired = done(rules.retire(call(), draft.id()));
        assertThat(retired.state()).isEqualTo(Decision.State.RETIRED);
        assertThat(retired.inForceUntil()).isEqualTo(edition + 2);
        assertThat(inForce()).isEmpty();
        assertThat(List.of(published, retired))
                .extracting(Decision::spec)
                .containsOnly(draft.spec());
        assertThat(refusals(rules.retire(call(), draft.id()))).containsExactly("ALREADY_RETIRED");
        assertThat(refusals(rules.publish(call(), draft.id()))).containsExactly("NOT_A_DRAFT");
    }

    @Test
    void takeThePlaceOfTheOnesBefore() {
        var first = done(rules.publish(call(), draft(10).id()));
        var second = draft(20);
        assertThat(second.number()).isEqualTo(2);
        assertThat(inForce()).containsExactly(first.id());
        done(rules.publish(call(), second.id()));
        assertThat(inForce()).containsExactly(second.id());
        assertThat(seen(first).state()).isEqualTo(Decision.State.RETIRED);
        assertThat(seen(first).inForceUntil()).isEqualTo(seen(second).inForceFrom());
        var before = rulebooks.of(brand.id()).at(seen(second).inForceFrom() - 1);
        assertThat(before.rules()).extracting(Rule::versionId).containsExactly(first.id());
    }

    @Test
    void arePublishedAndRetiredOnceWithTheSameKey() {
        var draft = draft(10);
        var publish = call();
        var published = done(rules.publish(publish, draft.id()));
        assertThat(rules.publish(publish, draft.id()))
                .isEqualTo(new Outcome.Done<>(published, true));
        assertThat(refusals(rules.publish(call(), draft.id()))).containsExactly("NOT_A_DRAFT");
        var retire = call();
        var retired = done(rules.retire(retire, draft.id()));
        assertThat(rules.retire(retire, draft.id())).isEqualTo(new Outcome.Done<>(retired, true));
    }

    @Test
    void makeNoEditionWhenADraftIsDropped() {
        var draft = draft(10);
        var edition = rulebooks.edition(brand.id());
        done(rules.retire(call(), draft.id()));
        assertThat(rulebooks.edition(brand.id())).isEqualTo(edition);
        assertThat(refusals(rules.publish(call(), draft.id()))).containsExactly("NOT_A_DRAFT");
    }

    @Test
    void areNumberedWithoutGapsHoweverManyDraftAtOnce() throws Exception {
        var drafts = race(copies(12, (Callable<Decision>) () -> draft(10)));
        assertThat(drafts)
                .extracting(Decision::number)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 12).boxed().toList());
    }

    @Test
    void leaveOneInForceWhenTwoArePublishedAtOnce() throws Exception {
        var drafts = IntStream.range(0, 6).mapToObj(n -> draft(10 + n)).toList();
        var edition = rulebooks.edition(brand.id());
        race(
                drafts.stream()
                        .map(it -> (Callable<Object>) () -> done(rules.publish(call(), it.id())))
                        .toList());
        assertThat(inForce()).hasSize(1);
        assertThat(rulebooks.edition(brand.id())).isEqualTo(edition + 6);
        for (var number = edition + 1; number <= edition + 6; number++) {
            assertThat(rulebooks.of(brand.id()).at(number).rules()).hasSize(1);
        }
    }

    @Test
    void arePublishedByOneOfManyWhoTryAtOnce() throws Exception {
        var draft = draft(10);
        var outcomes =
                race(
                        copies(
                                8,
                                (Callable<Outcome<Decision>>)
                                        () -> rules.publish(call(), draft.id())));
        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes.stream().flatMap(it -> refusals(it).stream()))
                .hasSize(7)
                .containsOnly("NOT_A_DRAFT");
    }

    @Test
    void ofLimitsAndTiersAreInForceAtOnceAndReplaced() {
        var first = programme.cap(brand, "all", 100, Per.DAY);
        var second = programme.cap(brand, "all", 50, Per.WEEK);
        assertThat(rulebooks.of(brand.id()).latest().limits().get("all"))
                .extracting(Limit::amount, Limit::per)
                .containsExactly(50L, Per.WEEK);
        assertThat(second.number()).isEqualTo(first.number() + 1);
        assertThat(seen(first).state()).isEqualTo(Decision.State.RETIRED);
        var low = ladder(100);
        var high = ladder(200);
        assertThat(rulebooks.of(brand.id()).latest().ladders().values())
                .extracting(LadderVersion::versionId)
                .containsExactly(high.id());
        assertThat(seen(low).state()).isEqualTo(Decision.State.RETIRED);
        done(rules.retire(call(), second.id()));
        assertThat(rulebooks.of(brand.id()).latest().limits()).isEqualTo(Map.of());
    }

    private Decision ladder(long step) {
        var tiers =
                List.of(
                        new Ladder.Tier("low", "Low", 0, step, BigDecimal.ONE, List.of()),
                        new Ladder.Tier("high", "High", step, null, BigDecimal.TWO, List.of()));
        var ladder = new Ladder(Currency.STANDARD, 30, null, 0, "UTC", tiers);
        return done(rules.define(call(), brand.key(), new DefineLadder("tiers", "Tiers", ladder)));
    }

    @Test
    void areHiddenFromStrangers() {
        var draft = draft(10);
        var stranger = callOf(world.newBrand());
        assertThat(decisions.byIds(stranger.caller(), List.of(draft.id()))).isEmpty();
        assertThat(refusals(rules.publish(stranger, draft.id())))
                .isEqualTo(refusals(rules.publish(stranger, "rlv_none")))
                .containsExactly("RULE_NOT_FOUND");
        assertThat(refusals(rules.retire(stranger, draft.id()))).containsExactly("RULE_NOT_FOUND");
        assertThat(seen(draft)).isEqualTo(draft);
    }

    @Test
    void areCheckedAgainWhenTheyArePublished() {
        var ladder = ladder(100);
        var when = new Condition.TierIn("tiers", List.of("high"));
        var draft = done(tryDraft(gives(10, "review.posted").when(when)));
        done(rules.retire(call(), ladder.id()));
        assertThat(refusals(rules.publish(call(), draft.id()))).containsExactly("INVALID_INPUT");
        assertThat(seen(draft).state()).isEqualTo(Decision.State.DRAFT);
    }
}
