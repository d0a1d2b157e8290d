package dev.grapevine.graph.dataimport;

import static dev.grapevine.graph.testing.TestEarningRules.gives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.referral.Referee;
import dev.grapevine.graph.referral.ReferralStep;
import dev.grapevine.graph.referral.Referrals;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestEarningRules;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What an import does by its options, and what it leaves unknown. */
@GraphTest
class ImportOptionsIT {

    private static final String REVIEW =
            "{\"id\":\"r1\",\"kind\":\"review.posted\",\"customer\":\"ada\","
                    + "\"occurredAt\":\"2026-03-01T12:00:00Z\"}";

    @Autowired DataImport community;
    @Autowired Brands brands;
    @Autowired Customers customers;
    @Autowired Referrals referrals;
    @Autowired GraphClient graph;
    @Autowired Driver driver;
    @Autowired TestBrand testBrand;
    @Autowired TestEarningRules testEarningRules;

    @TempDir Path path;

    Folder folder;
    Brand brand;

    @BeforeEach
    void makeAnEmptyFolder() {
        folder = new Folder(path);
        brand = testBrand.newBrand();
    }

    private ImportSummary run(String key, boolean keepsSeconds, boolean isDryRun)
            throws IOException {
        return community.run(
                new ImportRequest(
                        key,
                        key,
                        ImportFolder.checked(path),
                        folder.rejectFile(),
                        keepsSeconds,
                        isDryRun),
                new SilentProgress());
    }

    private Customer customer(String externalId) {
        return customers.byExternalId(Caller.SYSTEM, brand.key(), externalId).orElseThrow();
    }

    private List<String> sponsors(String externalId) {
        try (var session = driver.session()) {
            return session.run(
                            """
                            MATCH (:Customer {id: $id})<-[vouched:VOUCHED_FOR]-(by:Customer)
                            RETURN by.externalId + ' at ' + coalesce(toString(vouched.at), 'no time') AS row ORDER BY row
                            """,
                            Map.of("id", customer(externalId).id()))
                    .list(row -> row.get("row").asString());
        }
    }

    @Test
    void aDryRunReportsWhatTheImportWouldAndWritesNothing() throws IOException {
        testEarningRules.kinds(brand, List.of(), "review.posted");
        testEarningRules.publish(brand, "reviews", gives(10, "review.posted"));
        folder.customers("ada,,,", "grace,,,ada", "ada,,,grace", " ,,,", "linus,,,nobody")
                .activities(REVIEW, REVIEW.replace("ada", "nobody").replace("r1", "r2"));
        var before = new BrandDigest(graph).of(brand);
        var expected = run(brand.key(), false, true);
        var reported = folder.rejects();
        assertThat(new BrandDigest(graph).of(brand)).isEqualTo(before);
        assertThat(customers.byExternalId(Caller.SYSTEM, brand.key(), "ada")).isEmpty();
        var actual = run(brand.key(), false, false);
        assertThat(expected.steps()).isEqualTo(actual.steps());
        assertThat(expected.rejected()).isEqualTo(4);
        assertThat(reported).isEqualTo(folder.rejects());
        assertThat(testEarningRules.balance(customer("ada"))).isEqualTo(10);
    }

    @Test
    void aDryRunRegistersNoBrand() throws IOException {
        folder.customers("ada,,,");
        var key = "new-" + brand.key();
        assertThat(run(key, false, true).steps().getFirst().imported()).isEqualTo(1);
        assertThat(brands.byKey(Caller.SYSTEM, key)).isEmpty();
        assertThat(run(key, false, false).steps().getFirst().imported()).isEqualTo(1);
        assertThat(brands.byKey(Caller.SYSTEM, key)).isPresent();
    }

    @Test
    void aSecondReferrerIsKeptOutsideOfTheChainsIfTheImportIsTold() throws IOException {
        folder.customers(
                "ada,,,",
                "grace,,,",
                "linus,,,ada",
                "linus,2026-01-02T00:00:00Z,,grace",
                "ada,,,ada");
        assertThat(run(brand.key(), false, false).rejected()).isEqualTo(2);
        assertThat(sponsors("linus")).isEmpty();
        var summary = run(brand.key(), true, false);
        assertThat(summary.rejected()).isEqualTo(1);
        assertThat(folder.rejects())
                .singleElement()
                .asString()
                .contains("names the customer itself");
        assertThat(sponsors("linus")).containsExactly("grace at no time");
        assertThat(chain("linus"))
                .extracting(ReferralStep::customer)
                .containsExactly(customer("ada"));
        assertThat(run(brand.key(), true, false).steps().get(1).imported()).isZero();
        assertThat(sponsors("linus")).hasSize(1);
    }

    private List<ReferralStep> chain(String externalId) {
        var id = customer(externalId).id();
        return referrals.chains(List.of(id), 10).get(id);
    }

    @Test
    void aReferralWithoutATimeHasNoneAndComesFirst() throws IOException {
        testEarningRules.publish(brand, "referrals", gives(10, "referral.made"));
        folder.customers(
                "ada,,,", "grace,2026-01-02T00:00:00Z,,ada", "linus,,,ada", "katherine,,,linus");
        assertThat(run(brand.key(), false, false).rejected()).isZero();
        var ada = customer("ada");
        assertThat(chain("katherine")).hasSize(2);
        assertThat(chain("katherine")).extracting(ReferralStep::referredAt).containsOnlyNulls();
        var referees = referrals.ofCustomers(List.of(ada.id()), PageRequest.first(1)).get(ada.id());
        assertThat(referees.items())
                .extracting(Referee::customer)
                .containsExactly(customer("linus"));
        var rest =
                referrals
                        .ofCustomers(
                                List.of(ada.id()),
                                new PageRequest(1, referees.items().getFirst().cursor(), Map.of()))
                        .get(ada.id());
        assertThat(rest.items()).extracting(Referee::customer).containsExactly(customer("grace"));
        // What has no time is no activity: only the referral of a known time is rewarded.
        assertThat(testEarningRules.balance(ada)).isEqualTo(10);
    }
}
