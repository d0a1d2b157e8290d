package dev.grapevine.graph.community;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.contribution.Contributions;
import dev.grapevine.graph.contribution.LinkReply;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.engagement.Activities;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;

import org.springframework.stereotype.Component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Imports in five passes, so that each finds what it needs whatever the order of the rows:
 * customers, then the referrals among them, then contributions, then the replies among them, then
 * activities.
 */
@Component
class FileCommunityImport implements CommunityImport {

    private static final List<String> CUSTOMER =
            List.of("externalId", "joinedAt", "displayName", "referredBy");
    private static final List<String> CONTRIBUTION =
            List.of(
                    "externalId",
                    "customer",
                    "kind",
                    "title",
                    "submittedAt",
                    "inReplyTo",
                    "tags",
                    "views",
                    "status");

    private final Brands brands;
    private final Customers customers;
    private final WantedReferrals referrals;
    private final Contributions contributions;
    private final Activities activities;

    FileCommunityImport(
            Brands brands,
            Customers customers,
            WantedReferrals referrals,
            Contributions contributions,
            Activities activities) {
        this.brands = brands;
        this.customers = customers;
        this.referrals = referrals;
        this.contributions = contributions;
        this.activities = activities;
    }

    @Override
    public ImportSummary run(String brandKey, Path folder, Path rejectFile, Progress progress)
            throws IOException {
        var brand =
                brands.byKey(Caller.GRAPEVINE, brandKey)
                        .orElseThrow(
                                () -> new ImportRefused("There is no brand '" + brandKey + "'."));
        if (!Files.isDirectory(folder)) {
            throw new ImportRefused(folder + " is not a folder.");
        }
        var started = System.nanoTime();
        try (var rejects = new Rejects(rejectFile)) {
            var passes = new Passes(brand, folder, rejects, progress).run();
            return new ImportSummary(
                    passes, rejectFile, Duration.ofNanos(System.nanoTime() - started));
        }
    }

    /** The passes of one import. */
    private final class Passes {

        private final String brandId;
        private final Path folder;
        private final Rejects rejects;
        private final Progress progress;
        private final List<ImportSummary.Pass> summaries = new ArrayList<>();

        Passes(Brand brand, Path folder, Rejects rejects, Progress progress) {
            this.brandId = brand.id();
            this.folder = folder;
            this.rejects = rejects;
            this.progress = progress;
        }

        List<ImportSummary.Pass> run() throws IOException {
            overCsv(
                    "customers",
                    "customers.csv",
                    CUSTOMER,
                    (pass, rows) ->
                            pass.take(
                                    rows,
                                    Parsed::customer,
                                    commands -> customers.enrolAll(brandId, commands)));
            overCsv(
                    "referrals",
                    "customers.csv",
                    CUSTOMER,
                    (pass, rows) ->
                            pass.take(
                                    with("referredBy", rows),
                                    Outcome::done,
                                    asked -> referrals.register(brandId, asked)));
            overCsv(
                    "contributions",
                    "contributions.csv",
                    CONTRIBUTION,
                    (pass, rows) ->
                            pass.take(
                                    rows,
                                    Parsed::contribution,
                                    commands -> contributions.submitAll(brandId, commands)));
            overCsv(
                    "replies",
                    "contributions.csv",
                    CONTRIBUTION,
                    (pass, rows) -> pass.take(with("inReplyTo", rows), Outcome::done, this::reply));
            overActivities();
            return summaries;
        }

        /** What a pass does with a batch of rows. */
        private interface CsvBatch {
            void take(Pass pass, List<Row<Map<String, String>>> rows);
        }

        private void overCsv(String name, String file, List<String> columns, CsvBatch batch)
                throws IOException {
            var source = SourceFile.in(folder, file);
            if (source.isPresent()) {
                var pass = begin(name, source.get());
                source.get().eachCsvBatch(columns, rows -> batch.take(pass, rows));
                end(pass);
            }
        }

        private void overActivities() throws IOException {
            var source = SourceFile.in(folder, "activities.jsonl");
            if (source.isPresent()) {
                var pass = begin("activities", source.get());
                source.get()
                        .eachJsonBatch(
                                rows ->
                                        pass.take(
                                                rows,
                                                Parsed::activity,
                                                commands ->
                                                        activities.recordAll(brandId, commands)));
                end(pass);
            }
        }

        private Pass begin(String name, SourceFile source) throws IOException {
            progress.begin(name, source.estimateRows());
            return new Pass(name, rejects, progress);
        }

        private void end(Pass pass) {
            progress.end();
            summaries.add(pass.summary());
        }

        private static List<Row<Map<String, String>>> with(
                String field, List<Row<Map<String, String>>> rows) {
            return rows.stream().filter(row -> Parsed.optional(row, field) != null).toList();
        }

        private List<Outcome<LinkReply>> reply(List<Row<Map<String, String>>> rows) {
            return contributions.linkReplies(
                    brandId,
                    rows.stream()
                            .map(
                                    row ->
                                            new LinkReply(
                                                    Parsed.field(row, "externalId"),
                                                    Parsed.field(row, "inReplyTo")))
                            .toList());
        }
    }
}
