package dev.grapevine.graph.engagement;

import static dev.grapevine.graph.engagement.EngagementFixture.action;
import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.copies;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.activity.kind.ActivityDomain;
import dev.grapevine.graph.activity.kind.ActivityKind;
import dev.grapevine.graph.activity.kind.ActivityKinds;
import dev.grapevine.graph.activity.kind.CreateActivityKind;
import dev.grapevine.graph.activity.kind.Direction;
import dev.grapevine.graph.activity.kind.PurchaseStage;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.engagement.AdoptEngagementDefinition.AdoptedAction;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;

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

    static final List<CreateEngagementDefinition> WRONG =
            List.of(
                    new CreateEngagementDefinition("S", "Shop", List.of(PURCHASE), 1),
                    new CreateEngagementDefinition("Shop|1", "Shop", List.of(PURCHASE), 1),
                    new CreateEngagementDefinition("shop", "", List.of(PURCHASE), 1),
                    new CreateEngagementDefinition("shop", LONG, List.of(PURCHASE), 1),
                    new CreateEngagementDefinition("shop", "Shop\u0000", List.of(PURCHASE), 1),
                    new CreateEngagementDefinition("shop", "Shop", List.of(PURCHASE), -1),
                    new CreateEngagementDefinition("shop", "Shop", List.of(PURCHASE), 1_001),
                    new CreateEngagementDefinition("shop", "Shop", List.of(), 1),
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

    @Autowired GraphClient graph;

    @Autowired TestBrand testBrand;

    EngagementFixture scores;
    Brand brand;

    @BeforeEach
    void found() {
        scores = new EngagementFixture(definitions, activities, graph);
        brand = testBrand.newBrand();
    }

    private static CreateEngagementDefinition of(EngagementAction... actions) {
        return new CreateEngagementDefinition("shop", "Shop", List.of(actions), 1);
    }

    private static String[] kinds(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + ".k" + i).toArray(String[]::new);
    }

    @Test
    void areDefinedInTheBrandsOwnWords() {
        var defined = scores.create(brand, PURCHASE, action("VISIT", 0, "page.read", "shop.seen"));
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
        scores.create(brand, PURCHASE, action("VISIT", 1, "page.read", "ad.clicked"));
        var revised = scores.revise(brand, 1, PURCHASE, action("CLICK", 1, "ad.clicked"));
        var board =
                succeeded(
                        adopt(
                                EngagementTemplate.FORUM,
                                "board",
                                List.of(
                                        new AdoptedAction(
                                                "POST",
                                                List.of("order.paid", "page.read"),
                                                null))));
        scores.create(testBrand.newBrand(), PURCHASE);
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
        return succeeded(
                kinds.create(
                        call(),
                        brand.key(),
                        new CreateActivityKind(
                                name,
                                name,
                                ActivityDomain.MARKETING,
                                null,
                                Direction.INBOUND,
                                PurchaseStage.AFTER_SALE,
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
        var adopted = succeeded(adopt(template, null, actions));
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
                succeeded(
                        adopt(
                                EngagementTemplate.FORUM,
                                "board",
                                List.of(new AdoptedAction("REPLY", List.of("post.answered"), 7L))));
        assertThat(adopted.key()).isEqualTo("board");
        assertThat(adopted.actions()).containsExactly(action("REPLY", 7, "post.answered"));
    }

    @Test
    void nameWhatTheTemplateDoesNotHave() {
        var result =
                adopt(
                        EngagementTemplate.FORUM,
                        null,
                        List.of(
                                new AdoptedAction("POST", List.of("post.written"), null),
                                new AdoptedAction("RATING", List.of("post.rated"), null)));
        assertThat(rejections(result)).containsExactly("ACTION_NOT_FOUND");
        assertThat(reasons(result).getFirst().path()).containsExactly("actions", "1", "action");
        assertThat(reasons(result).getFirst().message()).contains("RATING", "POST, REPLY");
    }

    @ParameterizedTest
    @FieldSource("WRONG")
    void refuseWhatCanNeverBeRight(CreateEngagementDefinition command) {
        assertThat(rejections(definitions.create(call(), brand.key(), command)))
                .isNotEmpty()
                .containsOnly("INVALID_INPUT");
        assertThat(
                        definitions.versions(
                                List.of(brand.id()), DefinitionVersion.latest(command.key())))
                .isEmpty();
    }

    @Test
    void sayWhichFieldsAreWrong() {
        var result =
                definitions.create(
                        call(),
                        brand.key(),
                        of(PURCHASE, action("VISIT", 1_001, "page.read", "Not A Kind")));
        assertThat(reasons(result))
                .extracting(Rejection::path)
                .containsExactly(
                        List.of("actions", "1", "weight"), List.of("actions", "1", "kinds"));
    }

    @Test
    void countNoKindTwice() {
        var result =
                definitions.create(
                        call(),
                        brand.key(),
                        of(
                                action("PURCHASE", 1, "order.paid", "order.paid"),
                                action("VISIT", 1, "page.read", "order.paid")));
        assertThat(rejections(result)).containsExactly("KIND_COUNTED_TWICE", "KIND_COUNTED_TWICE");
        assertThat(reasons(result))
                .extracting(Rejection::path)
                .containsExactly(
                        List.of("actions", "0", "kinds"), List.of("actions", "1", "kinds"));
        assertThat(reasons(result).getLast().message())
                .isEqualTo(
                        "kinds of VISIT contains 'order.paid', which already counts as PURCHASE.");
    }

    @Test
    void nameNoActionTwice() {
        var result =
                definitions.create(
                        call(), brand.key(), of(PURCHASE, action("PURCHASE", 1, "basket.filled")));
        assertThat(rejections(result)).containsExactly("DUPLICATE_ACTION");
    }

    @Test
    void areNumberedAndStayAsTheyWere() {
        var first = scores.create(brand, PURCHASE);
        var second = scores.revise(brand, 0, action("PURCHASE", 99, "order.paid"));
        var third = scores.revise(brand, 5, action("VISIT", 1, "page.read"));
        assertThat(List.of(first.version(), second.version(), third.version()))
                .containsExactly(1, 2, 3);
        assertThat(version(1)).isEqualTo(first);
        assertThat(version(2)).isEqualTo(second);
        assertThat(latest("shop")).isEqualTo(third);
        assertThat(definitions.versions(List.of(brand.id()), new DefinitionVersion("shop", 4)))
                .isEmpty();
        assertThat(definitions.byIds(Caller.SYSTEM, List.of(first.id())))
                .containsEntry(first.id(), first);
        assertThat(page(2).items()).containsExactly(first, second);
        assertThat(page(2).hasMore()).isTrue();
        assertThat(page(3).items()).containsExactly(first, second, third);
    }

    @Test
    void areRevisedOnlyWhereTheyAre() {
        var revision = new UpdateEngagementDefinition("shop", "Shop", List.of(PURCHASE), 1);
        assertThat(rejections(definitions.update(call(), brand.key(), revision)))
                .containsExactly("DEFINITION_NOT_FOUND");
        scores.create(brand, PURCHASE);
        var other = testBrand.newBrand();
        assertThat(rejections(definitions.update(call(), other.key(), revision)))
                .containsExactly("DEFINITION_NOT_FOUND");
    }

    @Test
    void doNotTakeAKeyThatIsTaken() {
        scores.create(brand, PURCHASE);
        assertThat(rejections(definitions.create(call(), brand.key(), of(PURCHASE))))
                .containsExactly("DEFINITION_KEY_TAKEN");
        assertThat(rejections(adopt(EngagementTemplate.FORUM, "shop", posts())))
                .containsExactly("DEFINITION_KEY_TAKEN");
        succeeded(definitions.create(call(), testBrand.newBrand().key(), of(PURCHASE)));
    }

    @Test
    void areMadeOnceForEachIdempotencyKey() {
        var call = call();
        var first = definitions.create(call, brand.key(), of(PURCHASE));
        assertThat(definitions.create(call, brand.key(), of(PURCHASE)))
                .isEqualTo(new Result.Success<>(succeeded(first), true));
        assertThat(
                        rejections(
                                definitions.create(
                                        call,
                                        brand.key(),
                                        of(action("PURCHASE", 1, "order.paid")))))
                .containsExactly("IDEMPOTENCY_KEY_REUSED");
        var again = call();
        var revision = new UpdateEngagementDefinition("shop", "Shop", List.of(PURCHASE), 1);
        var second = succeeded(definitions.update(again, brand.key(), revision));
        scores.revise(brand, 1, PURCHASE);
        assertThat(definitions.update(again, brand.key(), revision))
                .isEqualTo(new Result.Success<>(second, true));
        assertThat(latest("shop").version()).isEqualTo(3);
    }

    @Test
    void areSeenByTheirBrandOnly() {
        var stranger = callOf(testBrand.newBrand());
        var definition = scores.create(brand, PURCHASE);
        assertThat(definitions.byIds(stranger.caller(), List.of(definition.id()))).isEmpty();
        assertThat(definitions.byIds(callOf(brand).caller(), List.of(definition.id()))).hasSize(1);
        assertThat(rejections(definitions.create(stranger, brand.key(), of(PURCHASE))))
                .containsExactly("BRAND_NOT_FOUND");
        assertThat(
                        rejections(
                                definitions.update(
                                        stranger,
                                        brand.key(),
                                        new UpdateEngagementDefinition(
                                                "shop", "S", List.of(PURCHASE), 1))))
                .containsExactly("BRAND_NOT_FOUND");
    }

    @Test
    void areDefinedOnceInARace() throws Exception {
        var results = race(copies(8, () -> definitions.create(call(), brand.key(), of(PURCHASE))));
        assertThat(results).filteredOn(result -> rejections(result).isEmpty()).hasSize(1);
        assertThat(results)
                .filteredOn(result -> !rejections(result).isEmpty())
                .allMatch(result -> rejections(result).equals(List.of("DEFINITION_KEY_TAKEN")));
    }

    @Test
    void areNumberedWithoutGapsInARace() throws Exception {
        scores.create(brand, PURCHASE);
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
        scores.create(brand, PURCHASE);
        var call = call();
        var revision = new UpdateEngagementDefinition("shop", "Shop", List.of(PURCHASE), 1);
        var results =
                race(copies(6, () -> succeeded(definitions.update(call, brand.key(), revision))));
        assertThat(results).containsOnly(results.getFirst());
        assertThat(latest("shop").version()).isEqualTo(2);
    }

    @Test
    void areAHundredAtMost() {
        for (var i = 0; i < EngagementDefinitions.MAX_DEFINITIONS; i++) {
            succeeded(
                    definitions.create(
                            call(),
                            brand.key(),
                            new CreateEngagementDefinition(
                                    "shop-" + i, "Shop", List.of(PURCHASE), 1)));
        }
        var revision = new UpdateEngagementDefinition("shop-7", "Shop", List.of(PURCHASE), 1);
        succeeded(definitions.update(call(), brand.key(), revision));
        assertThat(rejections(definitions.create(call(), brand.key(), of(PURCHASE))))
                .containsExactly("TOO_MANY_DEFINITIONS");
    }

    @Test
    void haveAThousandVersionsAtMost() {
        var first = scores.create(brand, PURCHASE);
        var renumber =
                new CypherStatement(
                        "test/renumber",
                        "MATCH (d:EngagementDefinition {id: $id}) SET d.version = 1000");
        graph.write(renumber, Map.of("id", first.id()));
        var revision = new UpdateEngagementDefinition("shop", "Shop", List.of(PURCHASE), 1);
        assertThat(rejections(definitions.update(call(), brand.key(), revision)))
                .containsExactly("TOO_MANY_DEFINITION_VERSIONS");
    }

    private Result<EngagementDefinition> adopt(
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
        return definitions
                .versions(List.of(brand.id()), DefinitionVersion.latest(key))
                .get(brand.id());
    }

    private EngagementDefinition version(int number) {
        return definitions
                .versions(List.of(brand.id()), new DefinitionVersion("shop", number))
                .get(brand.id());
    }

    private Page<EngagementDefinition> page(int first) {
        return definitions.ofBrands(List.of(brand.id()), PageRequest.first(first)).get(brand.id());
    }

    private static List<Rejection> reasons(Result<?> result) {
        return ((Result.Rejected<?>) result).rejections();
    }
}
