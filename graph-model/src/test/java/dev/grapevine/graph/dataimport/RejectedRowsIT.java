package dev.grapevine.graph.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

@GraphTest
class RejectedRowsIT {

    @Autowired DataImport community;

    @Autowired Customers customers;

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
    void tellsTheLineAndTheReasonOfBadCustomers() throws IOException {
        folder.customers(
                "ada,,,",
                "grace,yesterday,,",
                ",,Nobody,",
                "alan,,,",
                "has a blank,,,",
                "mary,2999-01-01T00:00:00Z,,");
        var summary = run();
        assertThat(summary.steps().getFirst().imported()).isEqualTo(2);
        assertThat(folder.rejects())
                .satisfiesExactly(
                        reject ->
                                assertThat(reject)
                                        .startsWith(
                                                "customers.csv:3 joinedAt 'yesterday' is not a"
                                                        + " time"),
                        reject ->
                                assertThat(reject)
                                        .isEqualTo("customers.csv:4 externalId is missing."),
                        reject ->
                                assertThat(reject)
                                        .startsWith("customers.csv:6 externalId 'has a blank'"),
                        reject ->
                                assertThat(reject)
                                        .startsWith("customers.csv:7 joinedAt 2999-01-01"));
    }

    @Test
    void tellsTheLineOnWhichARowOfSeveralLinesBegins() throws IOException {
        folder.customers(
                "ada,,\"Ada\nLovelace\nKing\",",
                "grace,yesterday,\"Grace\nHopper\",",
                "alan,today,,");
        run();
        assertThat(folder.rejects())
                .satisfiesExactly(
                        reject ->
                                assertThat(reject)
                                        .startsWith("customers.csv:2 displayName 'Ada")
                                        .contains("U+000A (LINE FEED (LF))"),
                        reject -> assertThat(reject).startsWith("customers.csv:5 joinedAt"),
                        reject -> assertThat(reject).startsWith("customers.csv:7 joinedAt"));
    }

    @Test
    void tellsTheLineOfTheLastRowWithoutALineFeed() throws IOException {
        Files.writeString(
                path.resolve("customers.csv"), Folder.CUSTOMERS + "\nada,,,\ngrace,yesterday,,");
        run();
        assertThat(folder.rejects()).singleElement().asString().startsWith("customers.csv:3 ");
    }

    @Test
    void countsEmptyLinesAndCarriageReturns() throws IOException {
        Files.writeString(
                path.resolve("customers.csv"),
                Folder.CUSTOMERS + "\r\nada,,,\r\n\r\ngrace,yesterday,,\r\nmary,,,\r\n");
        run();
        assertThat(folder.rejects()).singleElement().asString().startsWith("customers.csv:4 ");
    }

    @Test
    void tellsTheLineFarDownAFile() throws IOException {
        var rows =
                IntStream.rangeClosed(1, 2_500)
                        .mapToObj(
                                place -> place == 2_345 ? "u2345,yesterday,," : "u" + place + ",,,")
                        .toArray(String[]::new);
        folder.customers(rows);
        assertThat(run().steps().getFirst().imported()).isEqualTo(2_499);
        assertThat(folder.rejects()).singleElement().asString().startsWith("customers.csv:2346 ");
    }

    @Test
    void tellsTheLineAndTheReasonOfBadContributions() throws IOException {
        folder.customers("ada,,,")
                .contributions(
                        "c-1,nobody,IDEA,,2026-02-01T00:00:00Z,,,,",
                        "c-2,ada,IDEA,,,,,,",
                        "c-3,ada,idea,,2026-02-01T00:00:00Z,,,,",
                        "c-4,ada,IDEA,,2026-02-01T00:00:00Z,,,many,",
                        "c-5,ada,IDEA,,2026-02-01T00:00:00Z,,,,LOST",
                        "c-6,ada,IDEA,,2026-02-01T00:00:00Z,,,,");
        assertThat(run().steps().getLast().name()).isEqualTo("replies");
        assertThat(folder.rejects())
                .satisfiesExactlyInAnyOrder(
                        reject ->
                                assertThat(reject)
                                        .isEqualTo(
                                                "contributions.csv:2 customer: Customer 'nobody'"
                                                        + " does not exist."),
                        reject ->
                                assertThat(reject)
                                        .isEqualTo("contributions.csv:3 submittedAt is missing."),
                        reject ->
                                assertThat(reject)
                                        .startsWith(
                                                "contributions.csv:4 kind 'idea' must be 1 to 64"),
                        reject ->
                                assertThat(reject)
                                        .isEqualTo(
                                                "contributions.csv:5 views 'many' is not a whole"
                                                        + " number."),
                        reject ->
                                assertThat(reject)
                                        .startsWith(
                                                "contributions.csv:6 status 'LOST' is not one"
                                                        + " of"));
    }

    @Test
    void takesAByteOrderMarkAndBothSpellingsOfALetterForOneCustomer() throws IOException {
        Files.writeString(
                path.resolve("customers.csv"),
                "\ufeff" + Folder.CUSTOMERS + "\nmüller,,,\nmu\u0308ller,,,\n");
        var step = run().steps().getFirst();
        assertThat(step.imported()).isEqualTo(1);
        assertThat(step.known()).isEqualTo(1);
    }

    @Test
    void takesARepeatedRowForKnown() throws IOException {
        folder.customers("m17,,,", "ada,,,m17", "ada,,,m17");
        assertThat(run().steps().get(1).known()).isEqualTo(1);
        assertThat(folder.rejects()).isEmpty();
    }

    @Test
    void refusesACompressedFileWithADamagedBeginning() throws IOException {
        folder.customers("ada,,,").compressed();
        var bytes = Files.readAllBytes(path.resolve("customers.csv.gz"));
        Arrays.fill(bytes, 10, 20, (byte) 0x55);
        Files.write(path.resolve("customers.csv.gz"), bytes);
        assertThatExceptionOfType(ImportFailed.class)
                .isThrownBy(this::run)
                .withMessageContaining("customers.csv.gz cannot be read");
    }

    @Test
    void tellsInTheWordsOfTheFileWhyAReferrerIsNotUsed() throws IOException {
        folder.customers("m17,,,", "m18,,,ada", "ada,,,m17", "ada,,,m18", "eve,,,eve", "m17,,,m18");
        run();
        assertThat(folder.rejects())
                .containsExactly(
                        "customers.csv:5 referredBy 'm18' is not used; the customer is already"
                                + " referred by 'm17'.",
                        "customers.csv:6 referredBy 'eve' names the customer itself.",
                        "customers.csv:7 referredBy 'm18' is a customer whom this one referred,"
                                + " directly or indirectly.");
    }

    @Test
    void tellsTheLineAndTheReasonOfBadVotes() throws IOException {
        folder.customers("ada,,,", "grace,,,")
                .contributions("c-1,ada,IDEA,,2026-02-01T00:00:00Z,,,,")
                .votes(
                        "grace,c-1,UP,2026-02-02T00:00:00Z",
                        "grace,c-1,DOWN,2026-02-03T00:00:00Z",
                        "ada,c-1,UP,2026-02-02T00:00:00Z",
                        "grace,c-2,UP,2026-02-02T00:00:00Z",
                        "mary,c-1,UP,2026-02-02T00:00:00Z",
                        "grace,c-1,up,2026-02-02T00:00:00Z",
                        "grace,c-1,UP,",
                        "grace,c-1,UP,2190-01-01T00:00:00Z");
        assertThat(run().steps().get(4).imported()).isEqualTo(1);
        assertThat(folder.rejects())
                .containsExactly(
                        "votes.csv:3 direction is not used; the customer has already voted in the"
                                + " other one.",
                        "votes.csv:4 contribution is the voting customer's own.",
                        "votes.csv:5 contribution: Contribution 'c-2' does not exist.",
                        "votes.csv:6 customer: Customer 'mary' does not exist.",
                        "votes.csv:7 direction 'up' is not UP or DOWN.",
                        "votes.csv:8 at is missing.",
                        "votes.csv:9 at 2190-01-01T00:00Z is more than 24 hours in the future.");
    }

    @Test
    void refusesAFolderWithoutFiles() {
        assertThatExceptionOfType(ImportFailed.class)
                .isThrownBy(this::run)
                .withMessageContaining(
                        "customers.csv, contributions.csv, votes.csv, activities.jsonl");
    }

    @Test
    void replacesTheRejectFileOfAnEarlierImport() throws IOException {
        folder.customers("ada,yesterday,,");
        run();
        assertThat(folder.rejects()).hasSize(1);
        folder.customers("ada,,,");
        run();
        assertThat(Files.exists(folder.rejectFile())).isFalse();
    }

    @Test
    void refusesAFileThatLacksAColumn() throws IOException {
        folder.write("customers.csv", "externalId,joinedAt,displayName", "ada,,");
        assertThatExceptionOfType(ImportFailed.class)
                .isThrownBy(this::run)
                .withMessageContaining("customers.csv")
                .withMessageContaining("referredBy");
    }

    @Test
    void refusesAFileWithAQuoteThatNeverEnds() throws IOException {
        folder.customers("ada,,\"Ada,", "grace,,,");
        assertThatExceptionOfType(ImportFailed.class)
                .isThrownBy(this::run)
                .withMessageContaining("customers.csv");
    }

    @Test
    void refusesAFileThatNamesAColumnTwice() throws IOException {
        folder.write("customers.csv", Folder.CUSTOMERS + ",externalId", "ada,,,,ada");
        assertThatExceptionOfType(ImportFailed.class)
                .isThrownBy(this::run)
                .withMessageContaining("customers.csv");
    }

    @Test
    void refusesACompressedFileThatIsNotCompressed() throws IOException {
        Files.writeString(path.resolve("customers.csv.gz"), Folder.CUSTOMERS + "\nada,,,\n");
        assertThatExceptionOfType(ImportFailed.class)
                .isThrownBy(this::run)
                .withMessageContaining("customers.csv.gz");
    }

    @Test
    void refusesACompressedFileThatEndsEarlyBeforeAnythingIsTaken() throws IOException {
        var rows =
                IntStream.range(0, 5_000)
                        .mapToObj(place -> "u" + place + ",,,")
                        .toArray(String[]::new);
        folder.customers(rows).compressed();
        var bytes = Files.readAllBytes(path.resolve("customers.csv.gz"));
        Files.write(path.resolve("customers.csv.gz"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThatExceptionOfType(ImportFailed.class)
                .isThrownBy(this::run)
                .withMessageContaining("customers.csv.gz");
        assertThat(customers.byExternalId(Caller.SYSTEM, brand.key(), "u0")).isEmpty();
    }

    private ImportSummary run() throws IOException {
        return community.run(
                new ImportRequest(brand.key(), ImportFolder.checked(path), folder.rejectFile()),
                new SilentProgress());
    }
}
