package dev.grapevine.graph.activity.kind;

import static dev.grapevine.graph.activity.KindsForTests.kind;
import static dev.grapevine.graph.activity.KindsForTests.named;
import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

@GraphTest
class ActivityKindsIT {

    private static final CypherStatement FILL =
            new CypherStatement(
                    "test/fill-kinds",
                    "UNWIND range(1, $count) AS n CREATE (:ActivityKind {id: $brandId + n, brandId:"
                        + " $brandId, brandKey: $brandId + '|k' + n, key: 'k' + n, name: 'k',"
                        + " domain: 'SERVICE', direction: 'INBOUND', stage: 'IN_SALE',"
                        + " isEarningEligible: true, isCampaignOnly: false, fields: [], createdAt:"
                        + " datetime()})");

    @Autowired ActivityKinds kinds;

    @Autowired GraphClient graph;

    @Autowired TestBrand testBrand;

    Brand brand;

    @BeforeEach
    void foundABrand() {
        brand = testBrand.newBrand();
    }

    private Result<ActivityKind> create(CreateActivityKind command) {
        return kinds.create(call(), brand.key(), command);
    }

    @Test
    void keepsWhatWasDefined() {
        var stars = new KindField("stars", FieldType.NUMBER, true);
        var verified = new KindField("isVerified", FieldType.BOOLEAN, false);
        var defined =
                succeeded(
                        create(
                                new CreateActivityKind(
                                        "review.posted",
                                        "Wrote a review",
                                        ActivityDomain.MARKETING,
                                        "web",
                                        Direction.INBOUND,
                                        PurchaseStage.AFTER_SALE,
                                        true,
                                        false,
                                        List.of(stars, verified))));
        assertThat(defined.id()).startsWith("akd_");
        assertThat(defined.brandKey()).isEqualTo(brand.id() + "|review.posted");
        assertThat(defined.fields()).containsExactly("stars:NUMBER!", "isVerified:BOOLEAN");
        assertThat(defined.kindFields()).containsExactly(stars, verified);
        assertThat(kinds.byKey(brand.id(), "review.posted")).contains(defined);
        assertThat(kinds.known(brand.id())).containsOnly(Map.entry("review.posted", defined));
        assertThat(kinds.byIds(Caller.SYSTEM, List.of(defined.id()))).containsValue(defined);
        assertThat(
                        kinds.ofBrands(List.of(brand.id()), PageRequest.first(10))
                                .get(brand.id())
                                .items())
                .containsExactly(defined);
    }

    @Test
    void definesOncePerIdempotencyKey() {
        var call = call();
        var first = succeeded(kinds.create(call, brand.key(), kind("review.posted")));
        assertThat(kinds.create(call, brand.key(), kind("review.posted")))
                .isEqualTo(new Result.Success<>(first, true));
        assertThat(rejections(kinds.create(call, brand.key(), kind("review.liked"))))
                .containsExactly("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void definesAKindOnce() {
        succeeded(create(kind("review.posted")));
        assertThat(rejections(create(kind("review.posted")))).containsExactly("KIND_KEY_TAKEN");
        var elsewhere = testBrand.newBrand();
        assertThat(rejections(kinds.create(call(), elsewhere.key(), kind("review.posted"))))
                .isEmpty();
    }

    @Test
    void definesAKindOnceWhenManyDoSoAtOnce() throws Exception {
        var work = new ArrayList<Callable<Result<ActivityKind>>>();
        for (var i = 0; i < 16; i++) {
            work.add(() -> create(kind("review.posted")));
        }
        var results = race(work);
        assertThat(results).filteredOn(Result.Success.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(Result.Rejected.class::isInstance)
                .allSatisfy(
                        refused ->
                                assertThat(rejections(refused)).containsExactly("KIND_KEY_TAKEN"));
        assertThat(kinds.known(brand.id())).hasSize(1);
    }

    @ParameterizedTest
    @FieldSource("dev.grapevine.graph.activity.Activities#SYSTEM_KINDS")
    void leavesToGrapevineWhatItRecordsItself(String name) {
        assertThat(rejections(create(kind(name)))).containsExactly("RESERVED_KIND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Review", "review posted", "review..posted", "1st", "é"})
    void refusesNamesThatAreNone(String name) {
        assertThat(rejections(create(kind(name)))).containsExactly("INVALID_INPUT");
        assertThat(rejections(create(kind("a".repeat(65))))).containsExactly("INVALID_INPUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Stars", "how many", "stars:NUMBER", "stars!", "a=b", "1st", "é"})
    void refusesFieldNamesThatAreNone(String name) {
        assertThat(rejections(create(kind("k", named(name))))).containsExactly("INVALID_INPUT");
    }

    @Test
    void refusesTooManyFieldsAndFieldsGivenTwice() {
        var fields =
                IntStream.rangeClosed(1, 21)
                        .mapToObj(n -> named("f" + n))
                        .toArray(KindField[]::new);
        assertThat(rejections(create(kind("k", fields)))).containsExactly("INVALID_INPUT");
        assertThat(rejections(create(kind("k", named("a"), named("b"), named("a")))))
                .containsExactly("INVALID_INPUT");
        assertThat(rejections(create(kind("k", named("a".repeat(100_000))))))
                .containsExactly("INVALID_INPUT");
        assertThat(kinds.known(brand.id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Web", "the web", "a.b"})
    void refusesChannelsThatAreNone(String channel) {
        var command =
                new CreateActivityKind(
                        "k",
                        "K",
                        ActivityDomain.SERVICE,
                        channel,
                        Direction.OUTBOUND,
                        PurchaseStage.BEFORE_SALE,
                        true,
                        false,
                        List.of());
        assertThat(rejections(create(command))).containsExactly("INVALID_INPUT");
    }

    @Test
    void hasAThousandAtMost() {
        graph.write(FILL, Map.of("brandId", brand.id(), "count", 999));
        assertThat(rejections(create(kind("the.last")))).isEmpty();
        assertThat(rejections(create(kind("too.much")))).containsExactly("TOO_MANY_KINDS");
        assertThat(rejections(create(kind("the.last")))).containsExactly("KIND_KEY_TAKEN");
    }

    @Test
    void areOfOneBrandOnly() {
        var defined = succeeded(create(kind("review.posted")));
        var stranger = callOf(testBrand.newBrand());
        assertThat(rejections(kinds.create(stranger, brand.key(), kind("k"))))
                .containsExactly("BRAND_NOT_FOUND");
        assertThat(kinds.byIds(stranger.caller(), List.of(defined.id()))).isEmpty();
        assertThat(kinds.byIds(callOf(brand).caller(), List.of(defined.id()))).hasSize(1);
    }

    @Test
    void arePagedEarliestFirst() {
        for (var n = 1; n <= 5; n++) {
            succeeded(create(kind("k" + n)));
        }
        var names = new ArrayList<String>();
        var request = PageRequest.first(2);
        while (request != null) {
            var page = kinds.ofBrands(List.of(brand.id()), request).get(brand.id());
            page.items().forEach(kind -> names.add(kind.key()));
            request =
                    page.hasMore()
                            ? new PageRequest(2, page.items().getLast().cursor(), Map.of())
                            : null;
        }
        assertThat(names).containsExactly("k1", "k2", "k3", "k4", "k5");
    }

    @Test
    void areFoundAtOnceWhenAnotherProcessDefinesThem() {
        succeeded(create(kind("review.posted")));
        assertThat(kinds.known(brand.id())).hasSize(1);
        graph.write(FILL, Map.of("brandId", brand.id(), "count", 2));
        assertThat(kinds.known(brand.id())).hasSize(1);
        assertThat(kinds.byKey(brand.id(), "k2")).isPresent();
        assertThat(kinds.known(brand.id(), List.of("k1"))).hasSize(3);
        assertThat(kinds.known(brand.id(), List.of("k9"))).hasSize(3);
        assertThat(kinds.byKey(brand.id(), "k9")).isEmpty();
    }
}
