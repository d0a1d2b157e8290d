package dev.grapevine.graph.dataimport;

import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.contribution.Contributions;
import dev.grapevine.graph.contribution.LinkReply;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;


import org.springframework.stereotype.Component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Imports a folder with {@code customers.csv}, {@code contributions.csv} and {@code
 * activities.jsonl}, each also with {@code .gz}, each optional. UTF-8, RFC 4180 with a header, JSON
 * Lines. The order of the rows does not matter.
 *
 * <ul>
 *   <li>customers: {@code externalId,joinedAt,displayName,referredBy}
 *   <li>contributions: {@code
 *       externalId,customer,kind,title,submittedAt,inReplyTo,tags(|-separated),views,status}
 *   <li>activities: {@code
 *       {"id","kind","customer","contribution"?,"occurredAt","quantity"?,"value"?}}
 * </ul>
 *
 * A customer whose referrer is unknown, and a contribution that replies to an unknown one, are
 * taken without the link; the link goes to the reject file. A referral happened when the one who
 * was referred joined, or, where nobody knows when, at the import.
 *
 * <p>Imports in five passes, so that each finds what it needs whatever the order of the rows:
 * customers, then the referrals among them, then contributions, then the replies among them, then
 * activities.
 */
@Component
public class DataImport {

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
    private final ReferralLinker referrals;
    private final Contributions contributions;
    private final Activities activities;

    DataImport(
            Brands brands,
            Customers customers,
            ReferralLinker referrals,
            Contributions contributions,
            Activities activities) {
        this.brands = brands;
        this.customers = customers;
        this.referrals = referrals;
        this.contributions = contributions;
        this.activities = activities;
    }

    /**
     * Imports the folder into a brand that exists.
     *
     * @param rejectFile file for the rows that cannot be taken; replaced, and only there if there
     *     are any
     * @throws ImportRefused if a file is not what its name says; what was imported until then stays
     */
    public ImportSummary run(
            String brandKey, Path folder, Path rejectFile, ImportProgress importProgress)
            throws IOException {
        var brand =
                brands.byKey(Caller.SYSTEM, brandKey)
                        .orElseThrow(
                                () -> new ImportFailed("There is no brand '" + brandKey + "'."));
        if (!Files.isDirectory(folder)) {
            throw new ImportFailed(folder + " is not a folder.");
        }
        var started = System.nanoTime();
        try (var rejects = new RejectFile(rejectFile)) {
            var passes = new ImportSteps(brand, folder, rejects, importProgress).run();
            return new ImportSummary(
                    passes, rejectFile, Duration.ofNanos(System.nanoTime() - started));
        }
    }

    /** The passes of one import. */
    private final class ImportSteps {

        private final String brandId;
        private final Path folder;
        private final RejectFile rejectFile;
        private final ImportProgress importProgress;
        private final List<ImportSummary.Pass> summaries = new ArrayList<>();

        ImportSteps(
                Brand brand, Path folder, RejectFile rejectFile, ImportProgress importProgress) {
            this.brandId = brand.id();
            this.folder = folder;
            this.rejectFile = rejectFile;
            this.importProgress = importProgress;
        }

        List<ImportSummary.Pass> run() throws IOException {
            overCsv(
                    "customers",
                    "customers.csv",
                    CUSTOMER,
                    (importStep, rows) ->
                            importStep.process(
                                    rows,
                                    RowParser::customer,
                                    commands -> customers.enrolAll(brandId, commands)));
            overCsv(
                    "referrals",
                    "customers.csv",
                    CUSTOMER,
                    (pass, rows) ->
                            pass.process(
                                    with("referredBy", rows),
                                    Result::success,
                                    asked -> referrals.register(brandId, asked)));
            overCsv(
                    "contributions",
                    "contributions.csv",
                    CONTRIBUTION,
                    (pass, rows) ->
                            pass.process(
                                    rows,
                                    RowParser::contribution,
                                    commands -> contributions.submitAll(brandId, commands)));
            overCsv(
                    "replies",
                    "contributions.csv",
                    CONTRIBUTION,
                    (pass, rows) ->
                            pass.process(with("inReplyTo", rows), Result::success, this::reply));
            overActivities();
            return summaries;
        }

        /** What a pass does with a batch of rows. */
        private interface CsvBatch {
            void take(ImportStep importStep, List<Row<Map<String, String>>> rows);
        }

        private void overCsv(String name, String file, List<String> columns, CsvBatch batch)
                throws IOException {
            var source = SourceFile.in(folder, file);
            if (source.isPresent()) {
                var importStep = begin(name, source.get());
                source.get().eachCsvBatch(columns, rows -> batch.take(importStep, rows));
                end(importStep);
            }
        }

        private void overActivities() throws IOException {
            var source = SourceFile.in(folder, "activities.jsonl");
            if (source.isPresent()) {
                var importStep = begin("activities", source.get());
                source.get()
                        .eachJsonBatch(
                                rows ->
                                        importStep.process(
                                                rows,
                                                RowParser::activity,
                                                commands ->
                                                        activities.recordAll(brandId, commands)));
                end(importStep);
            }
        }

        private ImportStep begin(String name, SourceFile source) throws IOException {
            importProgress.begin(name, source.estimateRows());
            return new ImportStep(name, rejectFile, importProgress);
        }

        private void end(ImportStep importStep) {
            importProgress.end();
            summaries.add(importStep.summary());
        }

        private static List<Row<Map<String, String>>> with(
                String field, List<Row<Map<String, String>>> rows) {
            return rows.stream().filter(row -> RowParser.optional(row, field) != null).toList();
        }

        private List<Result<LinkReply>> reply(List<Row<Map<String, String>>> rows) {
            return contributions.linkReplies(
                    brandId,
                    rows.stream()
                            .map(
                                    row ->
                                            new LinkReply(
                                                    RowParser.field(row, "externalId"),
                                                    RowParser.field(row, "inReplyTo")))
                            .toList());
        }
    }
}
