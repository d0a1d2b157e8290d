package dev.grapevine.graph.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.contribution.Contribution;
import dev.grapevine.graph.contribution.Contributions;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.referral.Referrals;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@GraphTest
class DataImportIT {

    private static final String REVIEW =
            "{\"id\":\"a-1\",\"kind\":\"review.posted\",\"customer\":\"grace\",\"contribution\":\"idea-1\","
                + "\"occurredAt\":\"2026-03-01T12:00:00Z\",\"quantity\":2,\"value\":9.90}";

    @Autowired DataImport community;

    @Autowired Customers customers;

    @Autowired Referrals referrals;

    @Autowired Contributions contributions;

    @Autowired Activities activities;

    @Autowired GraphClient graph;

    @Autowired TestBrand testBrand;

    @TempDir Path path;

    Folder folder;
    Brand brand;
    BrandDigest digest;

    @BeforeEach
    void makeAnEmptyFolder() {
        folder = new Folder(path);
        brand = testBrand.newBrand();
        digest = new BrandDigest(graph);
    }

    @Test
    void takesRowsInWhateverOrderTheyCome() throws IOException {
        fillWithACommunity();
        var summary = run();
        assertThat(summary.steps())
                .extracting(Object::toString)
                .containsExactly(
                        "Step[name=customers, rows=3, imported=3, known=0, rejected=0]",
                        "Step[name=referrals, rows=2, imported=2, known=0, rejected=0]",
                        "Step[name=contributions, rows=2, imported=2, known=0, rejected=0]",
                        "Step[name=replies, rows=1, imported=1, known=0, rejected=0]",
                        "Step[name=activities, rows=1, imported=1, known=0, rejected=0]");
        assertThat(chainOf("katherine")).containsExactly("grace", "ada");
        var answer = contribution("answer-1");
        assertThat(contributions.repliedTo(List.of(answer.id())).get(answer.id()).externalId())
                .isEqualTo("idea-1");
        assertThat(Files.exists(folder.rejectFile())).isFalse();
    }

    @Test
    void takesEveryColumn() throws IOException {
        fillWithACommunity();
        run();
        var ada = customers.byExternalId(Caller.SYSTEM, brand.key(), "ada").orElseThrow();
        assertThat(ada.displayName()).isEqualTo("Ada, Countess of \"Lovelace\"");
        assertThat(ada.joinedAt()).isEqualTo(OffsetDateTime.parse("2026-01-01T00:00:00Z"));
        var idea = contribution("idea-1");
        assertThat(idea.tags()).containsExactly("green", "tea");
        assertThat(idea.views()).isEqualTo(7);
        assertThat(idea.status()).isEqualTo("PLANNED");
        assertThat(idea.submittedAt()).isEqualTo(OffsetDateTime.parse("2026-02-01T00:00:00Z"));
    }

    @Test
    void takesTheSameFromCompressedFiles() throws IOException {
        fillWithACommunity();
        run();
        var other = testBrand.newBrand();
        community.run(
                new ImportRequest(
                        other.key(),
                        ImportFolder.checked(folder.compressed().path()),
                        folder.rejectFile()),
                new SilentProgress());
        assertThat(digest.of(other)).hasSizeGreaterThan(10).isEqualTo(digest.of(brand));
    }

    @Test
    void changesNothingTheSecondTime() throws IOException {
        fillWithACommunity();
        run();
        var before = digest.of(brand);
        var summary = run();
        assertThat(summary.steps())
                .allSatisfy(
                        pass -> {
                            assertThat(pass.known()).isEqualTo(pass.rows());
                            assertThat(pass.imported()).isZero();
                        });
        assertThat(digest.of(brand)).isEqualTo(before);
    }

    @Test
    void endsTheSameWhenItWasInterrupted() throws IOException {
        folder.customers("katherine,,,grace")
                .contributions("answer-1,grace,ANSWER,,2026-02-02T00:00:00Z,idea-1,,,");
        run();
        fillWithACommunity();
        run();
        var other = testBrand.newBrand();
        community.run(
                new ImportRequest(
                        other.key(), ImportFolder.checked(folder.path()), folder.rejectFile()),
                new SilentProgress());
        assertThat(digest.of(brand)).isEqualTo(digest.of(other));
    }

    @Test
    void takesACustomerWhoseReferrerIsUnknownWithoutTheLink() throws IOException {
        folder.customers("ada,,,nobody");
        var summary = run();
        assertThat(customers.byExternalId(Caller.SYSTEM, brand.key(), "ada")).isPresent();
        assertThat(chainOf("ada")).isEmpty();
        assertThat(summary.rejected()).isEqualTo(1);
        assertThat(folder.rejects())
                .containsExactly("customers.csv:2 referredBy: Customer 'nobody' does not exist.");
    }

    @Test
    void takesAContributionWhoseOriginalIsUnknownWithoutTheLink() throws IOException {
        folder.customers("ada,,,")
                .contributions("idea-1,ada,IDEA,,2026-02-01T00:00:00Z,nothing,,,");
        run();
        assertThat(contributions.repliedTo(List.of(contribution("idea-1").id()))).isEmpty();
        assertThat(folder.rejects())
                .containsExactly(
                        "contributions.csv:2 inReplyTo: Contribution 'nothing' does not exist.");
    }

    @Test
    void countsTheVotesOfTheFileAndThoseOfARepetitionOnce() throws IOException {
        var voters = IntStream.range(0, 40).mapToObj(i -> "voter-" + i).toList();
        folder.customers(
                        Stream.concat(Stream.of("ada"), voters.stream())
                                .map(id -> id + ",,,")
                                .toArray(String[]::new))
                .contributions(
                        "idea-1,ada,IDEA,,2026-02-01T00:00:00Z,,,,",
                        "idea-2,ada,IDEA,,2026-02-01T00:00:00Z,,,,")
                .votes(
                        voters.stream()
                                .flatMap(
                                        id ->
                                                Stream.of(
                                                        id + ",idea-1,UP,2026-02-03T10:00:00Z",
                                                        id + ",idea-2,DOWN,2026-02-03T10:00:00Z",
                                                        id + ",idea-1,UP,2026-02-04T10:00:00Z"))
                                .toArray(String[]::new));

        var votes = run().steps().get(4);

        assertThat(votes.name()).isEqualTo("votes");
        assertThat(votes.imported()).isEqualTo(80);
        assertThat(votes.known()).isEqualTo(40);
        assertThat(contribution("idea-1").upvotes()).isEqualTo(40);
        assertThat(contribution("idea-1").downvotes()).isZero();
        assertThat(contribution("idea-2").downvotes()).isEqualTo(40);
        var voter = customers.byExternalId(Caller.SYSTEM, brand.key(), "voter-0").orElseThrow();
        assertThat(
                        activities
                                .ofCustomers(List.of(voter.id()), PageRequest.first(10))
                                .get(voter.id())
                                .items())
                .hasSize(2)
                .allSatisfy(
                        activity -> {
                            assertThat(activity.kind()).isEqualTo("contribution.voted");
                            assertThat(activity.occurredAt()).isEqualTo("2026-02-03T10:00:00Z");
                        });
        assertThat(run().steps().get(4).known()).isEqualTo(120);
        assertThat(contribution("idea-1").upvotes()).isEqualTo(40);
    }

    @Test
    void rejectsReferralsThatWouldCloseACycle() throws IOException {
        folder.customers("ada,,,katherine", "grace,,,ada", "katherine,,,grace");
        assertThat(run().rejected()).isEqualTo(1);
        assertThat(folder.rejects())
                .singleElement()
                .asString()
                .startsWith("customers.csv:4 referredBy 'grace' is a customer whom this one");
        assertThat(chainOf("grace")).containsExactly("ada", "katherine");
    }

    @Test
    void refusesABrandThatCannotBeAndAFolderThatIsNotThere() throws IOException {
        folder.customers("ada,,,");
        assertThatExceptionOfType(ImportFailed.class)
                .isThrownBy(
                        () ->
                                community.run(
                                        new ImportRequest(
                                                "No brand",
                                                ImportFolder.checked(path),
                                                folder.rejectFile()),
                                        new SilentProgress()))
                .withMessageContaining("'No brand' cannot be registered");
        assertThatExceptionOfType(ImportFailed.class)
                .isThrownBy(
                        () ->
                                community.run(
                                        new ImportRequest(
                                                brand.key(),
                                                ImportFolder.checked(path.resolve("nowhere")),
                                                folder.rejectFile()),
                                        new SilentProgress()))
                .withMessageContaining("nowhere");
    }

    private void fillWithACommunity() throws IOException {
        folder.customers(
                        "katherine,,,grace",
                        "grace,2026-01-02T00:00:00Z,Grace,ada",
                        "ada,2026-01-01T00:00:00Z,\"Ada, Countess of \"\"Lovelace\"\"\",")
                .contributions(
                        "answer-1,grace,ANSWER,,2026-02-02T00:00:00Z,idea-1,,,",
                        "idea-1,ada,IDEA,More tea,2026-02-01T00:00:00Z,,green|tea,7,PLANNED")
                .activities(REVIEW);
    }

    private ImportSummary run() throws IOException {
        return community.run(
                new ImportRequest(brand.key(), ImportFolder.checked(path), folder.rejectFile()),
                new SilentProgress());
    }

    private Contribution contribution(String externalId) {
        return contributions.byExternalId(Caller.SYSTEM, brand.key(), externalId).orElseThrow();
    }

    private List<String> chainOf(String name) {
        var id = customers.byExternalId(Caller.SYSTEM, brand.key(), name).orElseThrow().id();
        return referrals.chains(List.of(id), 100).get(id).stream()
                .map(step -> step.customer().externalId())
                .toList();
    }
}
