package dev.grapevine.graph.activity;

import static dev.grapevine.graph.activity.KindsForTests.kind;
import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.activity.RecordActivity.Field;
import dev.grapevine.graph.activity.kind.ActivityDomain;
import dev.grapevine.graph.activity.kind.ActivityKinds;
import dev.grapevine.graph.activity.kind.CreateActivityKind;
import dev.grapevine.graph.activity.kind.Direction;
import dev.grapevine.graph.activity.kind.FieldType;
import dev.grapevine.graph.activity.kind.KindField;
import dev.grapevine.graph.activity.kind.PurchaseStage;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.MovableClock;
import dev.grapevine.graph.testing.TestBrand;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Activities of a brand with activity kinds. */
@GraphTest
class KnownActivitiesIT {

    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-03-01T12:00:00Z");
    private static final CypherStatement FORGET_LISTS =
            new CypherStatement(
                    "test/forget-lists",
                    "MATCH (a:Activity {id: $id}) REMOVE a.flags, a.fields, a.revision");

    @Autowired Activities activities;

    @Autowired ActivityKinds kinds;

    @Autowired GraphClient graph;

    @Autowired TestBrand testBrand;

    @Autowired MovableClock clock;

    Brand brand;

    @BeforeEach
    void defineReviews() {
        brand = testBrand.newBrand();
        testBrand.enrol(brand, "ada");
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
                        List.of(
                                new KindField("stars", FieldType.NUMBER, true),
                                new KindField("isVerified", FieldType.BOOLEAN, false),
                                new KindField("product", FieldType.TEXT, false))));
    }

    private void create(CreateActivityKind command) {
        succeeded(kinds.create(call(), brand.key(), command));
    }

    private List<Result<Activity>> record(RecordActivity... commands) {
        return succeeded(activities.record(Caller.SYSTEM, brand.key(), List.of(commands)));
    }

    private Result<Activity> review(Field... fields) {
        return record(review("r-1", null, fields)).getFirst();
    }

    private static RecordActivity review(String id, @Nullable String channel, Field... fields) {
        return new RecordActivity(
                id, "review.posted", "ada", null, channel, NOON, 1, null, List.of(fields));
    }

    private static Field field(String name, String value) {
        return new Field(name, value);
    }

    private static List<List<String>> paths(Result<?> result) {
        assertThat(rejections(result)).isNotEmpty().containsOnly("INVALID_INPUT");
        return ((Result.Rejected<?>) result).rejections().stream().map(Rejection::path).toList();
    }

    @Test
    void keepFieldsByNameInOneForm() {
        var activity =
                succeeded(
                        review(
                                field("stars", "04.50"),
                                field("product", "a=b: \"ü\"\n"),
                                field("isVerified", "true")));
        assertThat(activity.fields())
                .containsExactly("isVerified=true", "product=a=b: \"ü\"\n", "stars=4.5");
        assertThat(activity.field("stars")).isEqualTo("4.5");
        assertThat(activity.field("product")).isEqualTo("a=b: \"ü\"\n");
        assertThat(activity.field("star")).isNull();
        assertThat(activity.field("product=a")).isNull();
        assertThat(activity.fieldValues())
                .containsExactly(
                        field("isVerified", "true"),
                        field("product", "a=b: \"ü\"\n"),
                        field("stars", "4.5"));
        assertThat(activities.byIds(Caller.SYSTEM, List.of(activity.id()))).containsValue(activity);
    }

    @ParameterizedTest
    @CsvSource({
        "5,5",
        "-0.00,0",
        "1e3,1000",
        "+7.10,7.1",
        "0.0001,0.0001",
        "1.50000000,1.5",
        "-999999999999999.9999,-999999999999999.9999"
    })
    void writeTheSameNumberInTheSameWay(String given, String stored) {
        assertThat(succeeded(review(field("stars", given))).field("stars")).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 5",
                "five",
                "5,0",
                "NaN",
                "Infinity",
                "0x5",
                "0.00001",
                "1000000000000000",
                "1e900000",
                "1e-900000",
                "11111111111111111111111111111111111111111"
            })
    void refuseNumbersThatAreNoneOrTooLong(String value) {
        assertThat(paths(review(field("stars", value))))
                .containsExactly(List.of("fields", "stars"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRUE", "yes", "1", "", "true "})
    void refuseOtherBooleansThanTrueAndFalse(String value) {
        assertThat(paths(review(field("stars", "1"), field("isVerified", value))))
                .containsExactly(List.of("fields", "isVerified"));
    }

    @Test
    void refuseTextsThatAreTooLongOrCannotBeStored() {
        assertThat(rejections(review(field("stars", "1"), field("product", "é".repeat(200)))))
                .isEmpty();
        for (var text : List.of("a".repeat(201), "\0", "half \ud800", "\u0085")) {
            assertThat(paths(review(field("stars", "1"), field("product", text))))
                    .containsExactly(List.of("fields", "product"));
        }
    }

    @Test
    void refuseMissingUnknownAndDoubledFieldsTogether() {
        assertThat(paths(review())).containsExactly(List.of("fields", "stars"));
        assertThat(
                        paths(
                                review(
                                        field("colour", "red"),
                                        field("product", "a"),
                                        field("product", "a"),
                                        field("STARS", "1"))))
                .containsExactlyInAnyOrder(
                        List.of("fields", "colour"),
                        List.of("fields", "product"),
                        List.of("fields", "STARS"),
                        List.of("fields", "stars"));
        assertThat(paths(review(field("x".repeat(10_000), "1"), field("stars", "1"))))
                .hasSize(1)
                .first()
                .satisfies(path -> assertThat(path.getLast()).hasSizeLessThan(50));
        var many =
                IntStream.range(0, 5_000).mapToObj(n -> field("f" + n, "1")).toArray(Field[]::new);
        assertThat(paths(review(many))).containsExactly(List.of("fields"));
    }

    @Test
    void areOfKindsThatTheBrandHasDefined() {
        create(kind("order.paid"));
        var results =
                record(
                        new RecordActivity("a", "order.payed", "ada", null, NOON, 1, null),
                        new RecordActivity("b", "order.paid", "ada", null, NOON, 1, null),
                        new RecordActivity("c", "order.payed", "nobody", null, NOON, 1, null),
                        new RecordActivity("d", "referral.made", "ada", null, NOON, 1, null),
                        review("e", null));
        assertThat(results)
                .extracting(TestBrand::rejections)
                .containsExactly(
                        List.of("KIND_NOT_FOUND"),
                        List.of(),
                        List.of("KIND_NOT_FOUND"),
                        List.of("RESERVED_KIND"),
                        List.of("INVALID_INPUT"));
    }

    @Test
    void areOfAnyKindWithoutFieldsWhereTheBrandHasDefinedNone() {
        var free = testBrand.newBrand();
        testBrand.enrol(free, "ada");
        var results =
                succeeded(
                        activities.record(
                                Caller.SYSTEM,
                                free.key(),
                                List.of(
                                        review("a", "app"),
                                        review("b", null, field("stars", "5")))));
        assertThat(succeeded(results.getFirst()).channel()).isEqualTo("app");
        assertThat(paths(results.getLast())).containsExactly(List.of("fields", "stars"));
    }

    @Test
    void happenWhereTheyOrElseTheirKindSays() {
        var stars = field("stars", "5");
        var results = record(review("a", null, stars), review("b", "app-2", stars));
        assertThat(results)
                .extracting(result -> succeeded(result).channel())
                .containsExactly("web", "app-2");
        for (var wrong : List.of("", "Web", "a b", "a".repeat(41))) {
            assertThat(paths(record(review("c", wrong, stars)).getFirst()))
                    .containsExactly(List.of("channel"));
        }
    }

    @Test
    void areTheSameOnlyWithTheSameFieldsAndChannel() {
        var first = succeeded(record(review("a", null, field("stars", "5"))).getFirst());
        assertThat(record(review("a", null, field("stars", "5.0"))).getFirst())
                .isEqualTo(new Result.Success<>(first, true));
        assertThat(record(review("a", "web", field("stars", "5"))).getFirst())
                .isEqualTo(new Result.Success<>(first, true));
        assertThat(rejections(record(review("a", "app", field("stars", "5"))).getFirst()))
                .containsExactly("ACTIVITY_EXTERNAL_ID_REUSED");
        assertThat(rejections(record(review("a", null, field("stars", "4"))).getFirst()))
                .containsExactly("ACTIVITY_EXTERNAL_ID_REUSED");
    }

    @Test
    void areTheSameWhenTheirKindWasDefinedInBetween() {
        var free = testBrand.newBrand();
        testBrand.enrol(free, "ada");
        var report = List.of(new RecordActivity("a", "page.read", "ada", null, NOON, 1, null));
        var first = succeeded(activities.recordAll(free.id(), report).getFirst());
        succeeded(
                kinds.create(
                        call(),
                        free.key(),
                        new CreateActivityKind(
                                "page.read",
                                "Read a page",
                                ActivityDomain.SERVICE,
                                "web",
                                Direction.INBOUND,
                                PurchaseStage.BEFORE_SALE,
                                true,
                                false,
                                List.of())));
        assertThat(activities.recordAll(free.id(), report))
                .containsExactly(new Result.Success<>(first, true));
    }

    @Test
    void happenedAtMostADayAhead() {
        clock.stopAt(NOON.minusHours(24));
        assertThat(rejections(review(field("stars", "1")))).isEmpty();
        clock.stopAt(NOON.minusHours(24).minusSeconds(1));
        var result = record(review("later", null, field("stars", "1"))).getFirst();
        assertThat(paths(result)).containsExactly(List.of("occurredAt"));
        assertThat(((Result.Rejected<?>) result).rejections().getFirst().message())
                .contains("is more than 24 hours in the future");
    }

    @Test
    void areReadThoughTheirNodesHaveNoLists() {
        var activity = succeeded(review(field("stars", "1")));
        graph.write(FORGET_LISTS, Map.of("id", activity.id()));
        var read = activities.byIds(Caller.SYSTEM, List.of(activity.id())).get(activity.id());
        assertThat(read.flags()).isEmpty();
        assertThat(read.fields()).isEmpty();
        assertThat(read.revision()).isNull();
    }
}
