package dev.grapevine.graph.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.activity.kind.ActivityDomain;
import dev.grapevine.graph.activity.kind.ActivityKinds;
import dev.grapevine.graph.activity.kind.CreateActivityKind;
import dev.grapevine.graph.activity.kind.Direction;
import dev.grapevine.graph.activity.kind.FieldType;
import dev.grapevine.graph.activity.kind.KindField;
import dev.grapevine.graph.activity.kind.PurchaseStage;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

@GraphTest
class RejectedActivitiesIT {

    @Autowired DataImport community;

    @Autowired Customers customers;

    @Autowired Activities activities;

    @Autowired ActivityKinds kinds;

    @Autowired TestBrand testBrand;

    @TempDir Path path;

    Folder folder;
    Brand brand;

    @BeforeEach
    void makeAnEmptyFolder() {
        folder = new Folder(path);
        brand = testBrand.newBrand();
    }

    @Test
    void tellsTheLineAndTheReasonOfBadActivities() throws IOException {
        folder.customers("ada,,,")
                .activities(
                        activity("a-1", "nobody", "2026-03-01T12:00:00Z", ""),
                        activity(
                                "a-2",
                                "ada",
                                "2026-03-01T12:00:00Z",
                                ",\"contribution\":\"nothing\""),
                        activity("a-3", "ada", "some day", ""),
                        activity("a-4", "ada", "2026-03-01T12:00:00Z", ",\"quantity\":1.5"),
                        "{\"id\":\"a-5\",",
                        "[]",
                        activity("a-7", "ada", "2026-03-01T12:00:00Z", ",\"value\":\"1.00001\""),
                        activity("a-8", "ada", "2026-03-01T12:00:00Z", ""));
        var activities = run().steps().getLast();
        assertThat(activities.imported()).isEqualTo(1);
        assertThat(activities.rejected()).isEqualTo(7);
        assertThat(folder.rejects())
                .satisfiesExactly(
                        reject ->
                                assertThat(reject)
                                        .isEqualTo(
                                                "activities.jsonl:1 customer: Customer 'nobody'"
                                                        + " does not exist."),
                        reject ->
                                assertThat(reject)
                                        .isEqualTo(
                                                "activities.jsonl:2 contribution: Contribution"
                                                        + " 'nothing' does not exist."),
                        reject ->
                                assertThat(reject)
                                        .startsWith(
                                                "activities.jsonl:3 occurredAt 'some day' is not a"
                                                        + " time"),
                        reject ->
                                assertThat(reject)
                                        .isEqualTo(
                                                "activities.jsonl:4 quantity '1.5' is not a whole"
                                                        + " number."),
                        reject ->
                                assertThat(reject)
                                        .isEqualTo(
                                                "activities.jsonl:5 The line is not one JSON"
                                                        + " object."),
                        reject ->
                                assertThat(reject)
                                        .isEqualTo(
                                                "activities.jsonl:6 The line is not a JSON"
                                                        + " object."),
                        reject -> assertThat(reject).startsWith("activities.jsonl:7 value has "));
    }

    @Test
    void tellsTheLineWhoseBytesAreNotUtf8AndTakesTheOthers() throws IOException {
        var rows = Folder.CUSTOMERS + "\nada,,Ada,\nmüller,,,möller\nmöller,,,\n";
        var latin = rows.getBytes(StandardCharsets.ISO_8859_1);
        Files.write(path.resolve("customers.csv"), latin);
        var line = activity("a-1", "ada", "2026-03-01T12:00:00Z", ",\"channel\":\"müll\"");
        Files.write(
                path.resolve("activities.jsonl"),
                (line + "\n" + line.replace("ü", "u").replace("a-1", "a-2"))
                        .getBytes(StandardCharsets.ISO_8859_1));

        var summary = run();

        assertThat(summary.steps().getFirst().imported()).isEqualTo(1);
        assertThat(summary.steps().getLast().imported()).isEqualTo(1);
        assertThat(folder.rejects())
                .containsExactly(
                        "customers.csv:3 The line contains bytes that are not UTF-8.",
                        "customers.csv:4 The line contains bytes that are not UTF-8.",
                        "activities.jsonl:1 The line contains bytes that are not UTF-8.");
    }

    @Test
    void takesWholeNumbersWithAPointSkipsEmptyLinesAndRefusesWhatIsNoNumberOrIsGivenTwice()
            throws IOException {
        folder.customers("ada,,,")
                .activities(
                        activity("a-1", "ada", "2026-03-01T12:00:00Z", ",\"quantity\":2.0"),
                        "",
                        "  \t",
                        activity("a-4", "ada", "2026-03-01T12:00:00Z", ",\"quantity\":\"2\""),
                        activity("a-5", "ada", "2026-03-01T12:00:00Z", ",\"quantity\":2e999999999"),
                        activity("a-6", "ada", "2026-03-01T12:00:00Z", ",\"id\":\"a-7\""),
                        activity("a-7", "ada", "2026-03-01T12:00:00Z", "") + "x");
        var step = run().steps().getLast();
        assertThat(step.rows()).isEqualTo(5);
        assertThat(step.imported()).isEqualTo(1);
        assertThat(folder.rejects())
                .satisfiesExactly(
                        reject ->
                                assertThat(reject)
                                        .isEqualTo(
                                                "activities.jsonl:4 quantity '\"2\"' is not a whole"
                                                        + " number."),
                        reject ->
                                assertThat(reject).startsWith("activities.jsonl:5 quantity '2E+9"),
                        reject ->
                                assertThat(reject)
                                        .isEqualTo("activities.jsonl:6 The line has a name twice."),
                        reject ->
                                assertThat(reject)
                                        .isEqualTo(
                                                "activities.jsonl:7 The line is not one JSON"
                                                        + " object."));
    }

    @Test
    void refusesOtherTypesOfJsonAndNamesTheColumnOfTheFile() throws IOException {
        folder.customers("ada,,,", "müller,,,")
                .activities(
                        activity("a-1", "mu\\u0308ller", "2026-03-01T12:00:00Z", ""),
                        activity("a-2", "ada", "2026-03-01T12:00:00Z", ",\"contribution\":{}"),
                        activity("a-3", "ada", "2026-03-01T12:00:00Z", ",\"channel\":true"),
                        activity("a 4", "ada", "2026-03-01T12:00:00Z", ""),
                        activity(
                                "a-5", "ada", "2026-03-01T12:00:00Z", ",\"quantity\":1e2147483647"),
                        "\"text\"",
                        "{} {}");
        assertThat(run().steps().getLast().imported()).isEqualTo(1);
        assertThat(folder.rejects())
                .containsExactly(
                        "activities.jsonl:2 contribution is not a text or number.",
                        "activities.jsonl:3 channel is not a text or number.",
                        "activities.jsonl:4 id 'a 4' contains the blank U+0020 (SPACE).",
                        "activities.jsonl:5 quantity '1E+2147483647' is not a whole number.",
                        "activities.jsonl:6 The line is not a JSON object.",
                        "activities.jsonl:7 The line is not one JSON object.");
    }

    @Test
    void refusesWhatHasNotHappenedYet() throws IOException {
        folder.customers("ada,2190-01-01T00:00:00Z,,", "grace,,,")
                .contributions("c-1,grace,IDEA,,2190-01-01T00:00:00Z,,,,")
                .activities(activity("a-1", "grace", "2190-01-01T00:00:00Z", ""));
        run();
        assertThat(folder.rejects())
                .containsExactly(
                        "customers.csv:2 joinedAt 2190-01-01T00:00Z is more than 24 hours in the"
                                + " future.",
                        "contributions.csv:2 submittedAt 2190-01-01T00:00Z is more than 24 hours"
                                + " in the future.",
                        "activities.jsonl:1 occurredAt 2190-01-01T00:00Z is more than 24 hours in"
                                + " the future.");
    }

    @Test
    void tellsTheLineAndTheReasonOfActivitiesThatTheirKindDoesNotFit() throws IOException {
        var stars = new KindField("stars", FieldType.NUMBER, true);
        var product = new KindField("product", FieldType.TEXT, false);
        TestBrand.succeeded(
                kinds.create(
                        TestBrand.call(),
                        brand.key(),
                        new CreateActivityKind(
                                "review.posted",
                                "Wrote a review",
                                ActivityDomain.MARKETING,
                                "web",
                                Direction.INBOUND,
                                PurchaseStage.AFTER_SALE,
                                true,
                                false,
                                List.of(stars, product))));
        folder.customers("ada,,,")
                .activities(
                        review("a-1", ",\"fields\":{\"stars\":999999999999999.1230}"),
                        review("a-2", ",\"fields\":{\"stars\":\"5\",\"product\":null}"),
                        review("a-3", ""),
                        review("a-4", ",\"fields\":{\"stars\":true}"),
                        review("a-5", ",\"fields\":{\"stars\":5,\"colour\":\"red\"}"),
                        review("a-6", ",\"fields\":{\"stars\":[5]}"),
                        review("a-7", ",\"fields\":[\"stars\"]"),
                        review("a-8", ",\"fields\":{\"stars\":5},\"channel\":\"The Web\""),
                        review("a-9", ",\"fields\":{\"stars\":5}").replace("posted", "psoted"),
                        review("b-1", ",\"fields\":{\"stars\":1e900000000}"),
                        review("b-2", ",\"fields\":{\"stars\":5},\"channel\":\"app\""));
        var step = run().steps().getLast();
        assertThat(step.imported()).isEqualTo(3);
        assertThat(folder.rejects())
                .containsExactly(
                        "activities.jsonl:3 fields.stars is missing.",
                        "activities.jsonl:4 fields.stars is not a number with at most 15"
                                + " digits before and 4 after the decimal point.",
                        "activities.jsonl:5 fields.colour is not a field of the kind.",
                        "activities.jsonl:6 fields contains a value that is not a text, number,"
                                + " true or false.",
                        "activities.jsonl:7 fields is not an object of names and values.",
                        "activities.jsonl:8 channel 'The Web' must be 1 to 40 characters of a-z,"
                                + " 0-9 and hyphen.",
                        "activities.jsonl:9 kind: Kind 'review.psoted' does not exist.",
                        "activities.jsonl:10 fields.stars is not a number with at most 15"
                                + " digits before and 4 after the decimal point.");
        assertThat(run().steps().getLast().known()).isEqualTo(3);
        var ada = customers.byExternalId(Caller.SYSTEM, brand.key(), "ada").orElseThrow();
        assertThat(
                        activities
                                .ofCustomers(List.of(ada.id()), PageRequest.first(10))
                                .get(ada.id())
                                .items())
                .extracting(
                        Activity::externalId,
                        Activity::channel,
                        activity -> activity.field("stars"))
                .containsExactlyInAnyOrder(
                        tuple("a-1", "web", "999999999999999.123"),
                        tuple("a-2", "web", "5"),
                        tuple("b-2", "app", "5"));
    }

    private static String review(String id, String more) {
        return activity(id, "ada", "2026-03-01T12:00:00Z", more);
    }

    private ImportSummary run() throws IOException {
        return community.run(
                new ImportRequest(brand.key(), ImportFolder.checked(path), folder.rejectFile()),
                new SilentProgress());
    }

    private static String activity(String id, String customer, String occurredAt, String more) {
        return "{\"id\":\""
                + id
                + "\",\"kind\":\"review.posted\",\"customer\":\""
                + customer
                + "\",\"occurredAt\":\""
                + occurredAt
                + "\""
                + more
                + "}";
    }
}
