package dev.grapevine.graph.score;

import static dev.grapevine.graph.score.ScoreWorld.action;
import static dev.grapevine.graph.testing.World.call;
import static dev.grapevine.graph.testing.World.callOf;
import static dev.grapevine.graph.testing.World.copies;
import static dev.grapevine.graph.testing.World.done;
import static dev.grapevine.graph.testing.World.race;
import static dev.grapevine.graph.testing.World.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.engagement.Activities;
import dev.grapevine.graph.engagement.ActivityDomain;
import dev.grapevine.graph.engagement.ActivityKind;
import dev.grapevine.graph.engagement.ActivityKinds;
import dev.grapevine.graph.engagement.DefineActivityKind;
import dev.grapevine.graph.engagement.Direction;
import dev.grapevine.graph.engagement.Stage;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.Refusal;
import dev.grapevine.graph.score.AdoptEngagementDefinition.AdoptedAction;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.World;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

@GraphTest
class EngagementDefinitionsIT {

    private static final EngagementAction PURCHASE = action("PURCHASE", 10, "order.paid");
    private static final String LONG = "x".repeat(101);

    static final List<DefineEngagement> WRONG =
            List.of(
                    new DefineEngagement("S", "Shop", List.of(PURCHASE), 1),
                    new DefineEngagement("Shop|1", "Shop", List.of(PURCHASE), 1),
                    new DefineEngagement("shop", "", List.of(PURCHASE), 1),
                    new DefineEngagement("shop", LONG, List.of(PURCHASE), 1),
                    new DefineEngagement("shop", "Shop\u0000", List.of(PURCHASE), 1),
                    new DefineEngagement("shop", "Shop", List.of(PURCHASE), -1),
                    new DefineEngagement("shop", "Shop", List.of(PURCHASE), 1_001),
                    new DefineEngagement("shop", "Shop", List.of(), 1),
                    of(action("purchase", 1, "order.paid")),
                    of(action("", 1, "order.paid")),
                    of(action("P".repeat(41), 1, "order.paid")),
                    of(action("PURCHASE", -1, "order.paid")),
                    of(action("PURCHASE", 1_001, "order.paid")),
                    of(action("PURCHASE", Long.MAX_VALUE, "order.paid")),
                    of(action("PURCHASE", 1)),
                    of(action("PURCHASE", 1, "Order Paid")),
                    of(action("PURCHASE", 1, "o".repeat(65))),
                    of(action("PURCHASE", 1, kinds("k", 51))),
                    of(action("A", 1, kinds("a", 50)), action("B", 1, kinds("b", 50)), PURCHASE),
                    of(
                            IntStream.range(0, 21)
                                    .mapToObj(i -> action("A" + i, 1, "kind.k" + i))
                                    .toArray(EngagementAction[]::new)));

    @Autowired EngagementDefinitions definitions;

    @Autowired Activities activities;

    @Autowired ActivityKinds kinds;

    @Autowired Graph graph;

    @Autowired World world;

    ScoreWorld scores;
    Brand brand;

    @BeforeEach
    void found() {
        scores = new ScoreWorld(definitions, activities, graph);
        brand = world.newBrand();
    }

    private static DefineEngagement of(EngagementAction... actions) {
        return new DefineEngagement("shop", "Shop", List.of(actions), 1);
    }

    private static String[] kinds(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + ".k" + i).toArray(String[]::new);
    }

    @Test
    void areDefinedInTheBrandsOwnWords() {
        var defined = scores.define(brand, PURCHASE, action("VISIT", 0, "page.read", "shop.seen"));
        assertThat(defined.id()).matches("edf_[0-9A-HJKMNP-TV-Z]{26}");
        assertThat(defined.brandId()).isEqualTo(brand.id());
        assertThat(defined.version()).isEqualTo(1);
        assertThat(defined.template()).isNull();
        assertThat(defined.activeDayWeight()).isEqualTo(2);
        assertThat(defined.actions())
                .containsExactly(PURCHASE, action("VISIT", 0, "page.read", "shop.seen"));
        assertThat(latest("shop")).isEqualTo(defined);
    }

    @Test
    void tellWhichOfThemCountAKindByTheirLatestVersion() {
        var paid = kind("order.paid", false);
        var read = kind("page.read", false);
        var clicked = kind("ad.clicked", true);
        var ids = List.of(paid.id(), read.id(), clicked.id());
        assertThat(definitions.countingKinds(ids))
                .isEqualTo(
                        Map.of(
                                ids.get(0),
                                List.of(),
                                ids.get(1),
                                List.of(),
                                ids.get(2),
                                List.of()));
        scores.define(brand, PURCHASE, action("VISIT", 1, "page.read", "ad.clicked"));
        var revised = scores.revise(brand, 1, PURCHASE, action("CLICK", 1, "ad.clicked"));
        var board =
                done(
                        adopt(
                                EngagementTemplate.FORUM,
                                "board",
                                List.of(
                                        new AdoptedAction(
                                                "POST",
                                                List.of("order.paid", "page.read"),
                                                null))));
        scores.define(world.newBrand(), PURCHASE);
        assertThat(definitions.countingKinds(ids))
                .isEqualTo(
                        Map.of(
                                paid.id(),
                                List.of(board, revised),
                                read.id(),
                                List.of(board),
                                clicked.id(),
                                List.of()));
    }

    private ActivityKind kind(String name, boolean isCampaignOnly) {
        return done(
                kinds.define(
                        call(),
                        brand.key(),
                        new DefineActivityKind(
                                name,
                                name,
                                ActivityDomain.MARKETING,
                                null,
                                Direction.INBOUND,
                                Stage.AFTER_SALE,
                                true,
                                isCampaignOnly,
                                List.of())));
    }

    @ParameterizedTest
    @EnumSource
    void areAdoptedFromEveryTemplateWithItsWeights(EngagementTemplate template) {
        var actions =
                template.weights().keySet().stream()
                        .map(
                                name ->
                                        new AdoptedAction(
                                                name,
                                                List.of(
                                                        "did."
                                                                + name.toLowerCase(Locale.ROOT)
                                                                        .replace('_', '-')),
                                                null))
                        .toList();
        var adopted = done(adopt(template, null, actions));
        assertThat(adopted.key()).isEqualTo(template.key());
        assertThat(adopted.name()).isEqualTo(template.title());
        assertThat(adopted.template()).isEqualTo(template.name());
        assertThat(adopted.actions())
                .extracting(EngagementAction::name)
                .containsExactlyElementsOf(template.weights().keySet());
        assertThat(adopted.actions())
                .allMatch(each -> each.weight() == template.weights().get(each.name()));
    }

    @Test
    void areAdoptedUnderAnotherKeyWithOtherWeightsAndWithoutSomeActions() {
        var adopted =
                done(
                        adopt(
                                EngagementTemplate.FORUM,
                                "board",
                                List.of(new AdoptedAction("REPLY", List.of("post.answered"), 7L))));
        assertThat(adopted.key()).isEqualTo("board");
        assertThat(adopted.actions()).containsExactly(action("REPLY", 7, "post.answered"));
    }

    @Test
    void nameWhatTheTemplateDoesNotHave() {
        var outcome =
                adopt(
                        EngagementTemplate.FORUM,
                        null,
                        List.of(
                                new AdoptedAction("POST", List.of("post.written"), null),
                                new AdoptedAction("RATING", List.of("post.rated"), null)));
        assertThat(refusals(outcome)).containsExactly("ACTION_NOT_FOUND");
        assertThat(reasons(outcome).getFirst().path()).containsExactly("actions", "1", "action");
        assertThat(reasons(outcome).getFirst().message()).contains("RATING", "POST, REPLY");
    }

    @ParameterizedTest
    @FieldSource("WRONG")
    void refuseWhatCanNeverBeRight(DefineEngagement command) {
        assertThat(refusals(definitions.define(call(), brand.key(), command)))
                .isNotEmpty()
                .containsOnly("INVALID_INPUT");
        assertThat(definitions.versions(List.of(brand.id()), VersionAsked.latest(command.key())))
                .isEmpty();
    }

    @Test
    void sayWhichFieldsAreWrong() {
        var outcome =
                definitions.define(
                        call(),
                        brand.key(),
                        of(PURCHASE, action("VISIT", 1_001, "page.read", "Not A Kind")));
        assertThat(reasons(outcome))
                .extracting(Refusal::path)
                .containsExactly(
                        List.of("actions", "1", "weight"), List.of("actions", "1", "kinds"));
    }

    @Test
    void countNoKindTwice() {
        var outcome =
                definitions.define(
                        call(),
                        brand.key(),
                        of(
                                action("PURCHASE", 1, "order.paid", "order.paid"),
                                action("VISIT", 1, "page.read", "order.paid")));
        assertThat(refusals(outcome)).containsExactly("KIND_COUNTED_TWICE", "KIND_COUNTED_TWICE");
        assertThat(reasons(outcome))
                .extracting(Refusal::path)
                .containsExactly(
                        List.of("actions", "0", "kinds"), List.of("actions", "1", "kinds"));
        assertThat(reasons(outcome).getLast().message())
                .isEqualTo(
                        "'order.paid' counts as PURCHASE already, and cannot count as VISIT too.");
    }

    @Test
    void nameNoActionTwice() {
        var outcome =
                definitions.define(
                        call(), brand.key(), of(PURCHASE, action("PURCHASE", 1, "basket.filled")));
        assertThat(refusals(outcome)).containsExactly("DUPLICATE_ACTION");
    }

    @Test
    void areNumberedAndStayAsTheyWere() {
        var first = scores.define(brand, PURCHASE);
        var second = scores.revise(brand, 0, action("PURCHASE", 99, "order.paid"));
        var third = scores.revise(brand, 5, action("VISIT", 1, "page.read"));
        assertThat(List.of(first.version(), second.version(), third.version()))
                .containsExactly(1, 2, 3);
        assertThat(version(1)).isEqualTo(first);
        assertThat(version(2)).isEqualTo(second);
        assertThat(latest("shop")).isEqualTo(third);
        assertThat(definitions.versions(List.of(brand.id()), new VersionAsked("shop", 4)))
                .isEmpty();
        assertThat(definitions.byIds(Caller.GRAPEVINE, List.of(first.id())))
                .containsEntry(first.id(), first);
        assertThat(page(2).items()).containsExactly(first, second);
        assertThat(page(2).hasMore()).isTrue();
        assertThat(page(3).items()).containsExactly(first, second, third);
    }

    @Test
    void areRevisedOnlyWhereTheyAre() {
        var revision = new ReviseEngagement("shop", "Shop", List.of(PURCHASE), 1);
        assertThat(refusals(definitions.revise(call(), brand.key(), revision)))
                .containsExactly("DEFINITION_NOT_FOUND");
        scores.define(brand, PURCHASE);
        var other = world.newBrand();
        assertThat(refusals(definitions.revise(call(), other.key(), revision)))
                .containsExactly("DEFINITION_NOT_FOUND");
    }

    @Test
    void doNotTakeAKeyThatIsTaken() {
        scores.define(brand, PURCHASE);
        assertThat(refusals(definitions.define(call(), brand.key(), of(PURCHASE))))
                .containsExactly("DEFINITION_KEY_TAKEN");
        assertThat(refusals(adopt(EngagementTemplate.FORUM, "shop", posts())))
                .containsExactly("DEFINITION_KEY_TAKEN");
        done(definitions.define(call(), world.newBrand().key(), of(PURCHASE)));
    }

    @Test
    void areMadeOnceForEachIdempotencyKey() {
        var call = call();
        var first = definitions.define(call, brand.key(), of(PURCHASE));
        assertThat(definitions.define(call, brand.key(), of(PURCHASE)))
                .isEqualTo(new Outcome.Done<>(done(first), true));
        assertThat(
                        refusals(
                                definitions.define(
                                        call,
                                        brand.key(),
                                        of(action("PURCHASE", 1, "order.paid")))))
                .containsExactly("IDEMPOTENCY_KEY_REUSED");
        var again = call();
        var revision = new ReviseEngagement("shop", "Shop", List.of(PURCHASE), 1);
        var second = done(definitions.revise(again, brand.key(), revision));
        scores.revise(brand, 1, PURCHASE);
        assertThat(definitions.revise(again, brand.key(), revision))
                .isEqualTo(new Outcome.Done<>(second, true));
        assertThat(latest("shop").version()).isEqualTo(3);
    }

    @Test
    void areSeenByTheirBrandOnly() {
        var stranger = callOf(world.newBrand());
        var definition = scores.define(brand, PURCHASE);
        assertThat(definitions.byIds(stranger.caller(), List.of(definition.id()))).isEmpty();
        assertThat(definitions.byIds(callOf(brand).caller(), List.of(definition.id()))).hasSize(1);
        assertThat(refusals(definitions.define(stranger, brand.key(), of(PURCHASE))))
                .containsExactly("BRAND_NOT_FOUND");
        assertThat(
                        refusals(
                                definitions.revise(
                                        stranger,
                                        brand.key(),
                                        new ReviseEngagement("shop", "S", List.of(PURCHASE), 1))))
                .containsExactly("BRAND_NOT_FOUND");
    }

    @Test
    void areDefinedOnceInARace() throws Exception {
        var outcomes = race(copies(8, () -> definitions.define(call(), brand.key(), of(PURCHASE))));
        assertThat(outcomes).filteredOn(outcome -> refusals(outcome).isEmpty()).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !refusals(outcome).isEmpty())
                .allMatch(outcome -> refusals(outcome).equals(List.of("DEFINITION_KEY_TAKEN")));
    }

    @Test
    void areNumberedWithoutGapsInARace() throws Exception {
        scores.define(brand, PURCHASE);
        var work = new ArrayList<Callable<Integer>>();
        for (var weight = 1; weight <= 12; weight++) {
            var revision = action("PURCHASE", weight, "order.paid");
            work.add(() -> scores.revise(brand, 1, revision).version());
        }
        assertThat(race(work))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(2, 13).boxed().toList());
    }

    @Test
    void areMadeOnceWhenTheSameCallComesTwiceAtOnce() throws Exception {
        scores.define(brand, PURCHASE);
        var call = call();
        var revision = new ReviseEngagement("shop", "Shop", List.of(PURCHASE), 1);
        var outcomes = race(copies(6, () -> done(definitions.revise(call, brand.key(), revision))));
        assertThat(outcomes).containsOnly(outcomes.getFirst());
        assertThat(latest("shop").version()).isEqualTo(2);
    }

    @Test
    void areAHundredAtMost() {
        for (var i = 0; i < EngagementDefinitions.MOST_DEFINITIONS; i++) {
            done(
                    definitions.define(
                            call(),
                            brand.key(),
                            new DefineEngagement("shop-" + i, "Shop", List.of(PURCHASE), 1)));
        }
        var revision = new ReviseEngagement("shop-7", "Shop", List.of(PURCHASE), 1);
        done(definitions.revise(call(), brand.key(), revision));
        assertThat(refusals(definitions.define(call(), brand.key(), of(PURCHASE))))
                .containsExactly("TOO_MANY_DEFINITIONS");
    }

    @Test
    void haveAThousandVersionsAtMost() {
        var first = scores.define(brand, PURCHASE);
        var renumber =
                new CypherFile(
                        "test/renumber",
                        "MATCH (d:EngagementDefinition {id: $id}) SET d.version = 1000");
        graph.write(renumber, Map.of("id", first.id()));
        var revision = new ReviseEngagement("shop", "Shop", List.of(PURCHASE), 1);
        assertThat(refusals(definitions.revise(call(), brand.key(), revision)))
                .containsExactly("TOO_MANY_VERSIONS");
    }

    private Outcome<EngagementDefinition> adopt(
            EngagementTemplate template, String key, List<AdoptedAction> actions) {
        return definitions.adopt(
                call(),
                brand.key(),
                new AdoptEngagementDefinition(template, key, null, actions, 1));
    }

    private static List<AdoptedAction> posts() {
        return Collections.singletonList(new AdoptedAction("POST", List.of("post.written"), null));
    }

    private EngagementDefinition latest(String key) {
        return definitions.versions(List.of(brand.id()), VersionAsked.latest(key)).get(brand.id());
    }

    private EngagementDefinition version(int number) {
        return definitions
                .versions(List.of(brand.id()), new VersionAsked("shop", number))
                .get(brand.id());
    }

    private Page<EngagementDefinition> page(int first) {
        return definitions.ofBrands(List.of(brand.id()), PageRequest.first(first)).get(brand.id());
    }

    private static List<Refusal> reasons(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).refusals();
    }
}
