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
 * Import of a folder with {@code customers.csv}, {@code contributions.csv} and {@code
 * activities.jsonl}, each optional and optionally compressed as {@code .gz}. Encoding UTF-8; format
 * RFC 4180 with a header, or JSON Lines. The order of the rows is irrelevant.
 *
 * <ul>
 *   <li>customers: {@code externalId,joinedAt,displayName,referredBy}
 *   <li>contributions: {@code
 *       externalId,customer,kind,title,submittedAt,inReplyTo,tags(|-separated),views,status}
 *   <li>activities: {@code
 *       {"id","kind","customer","contribution"?,"occurredAt","quantity"?,"value"?}}
 * </ul>
 *
 * A customer with an unknown referrer, or a contribution that replies to an unknown contribution,
 * is imported without the link, and the reject file contains the row. The time of a referral is the
 * referee's joinedAt, or the time of the import if joinedAt is absent.
 *
 * <p>Five steps, so that each finds the nodes that it refers to: customers, referrals,
 * contributions, replies, activities.
 */
@Component
public class DataImport {

    private static final String CUSTOMERS = "customers.csv";
    private static final String CONTRIBUTIONS = "contributions.csv";
    private static final String ACTIVITIES = "activities.jsonl";

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
     * Checks that the folder has files to import and that they can be read to their end.
     *
     * @throws ImportFailed if the folder, all files or a column are missing, or a file is malformed
     */
    public static void check(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ImportFailed("Import folder " + folder + " is not a directory.");
        }
        var customers = SourceFile.in(folder, CUSTOMERS);
        var contributions = SourceFile.in(folder, CONTRIBUTIONS);
        var activities = SourceFile.in(folder, ACTIVITIES);
        if (customers.isEmpty() && contributions.isEmpty() && activities.isEmpty()) {
            throw new ImportFailed(
                    "Import folder %s has none of %s, %s and %s."
                            .formatted(folder, CUSTOMERS, CONTRIBUTIONS, ACTIVITIES));
        }
        if (customers.isPresent()) {
            customers.get().eachCsvBatch(CUSTOMER, _ -> {});
        }
        if (contributions.isPresent()) {
            contributions.get().eachCsvBatch(CONTRIBUTION, _ -> {});
        }
        if (activities.isPresent()) {
            activities.get().estimateRows();
        }
    }

    /**
     * Imports a folder into an existing brand, after {@link #check}.
     *
     * @param rejectFile path of the reject file; replaced, and absent if no row is rejected
     * @throws ImportFailed if the brand is missing, or the files fail the check
     */
    public ImportSummary run(
            String brandKey, Path folder, Path rejectFile, ImportProgress importProgress)
            throws IOException {
        var brand =
                brands.byKey(Caller.SYSTEM, brandKey)
                        .orElseThrow(
                                () -> new ImportFailed("Brand '" + brandKey + "' does not exist."));
        check(folder);
        var started = System.nanoTime();
        try (var rejects = new RejectFile(rejectFile)) {
            var steps = new ImportSteps(brand, folder, rejects, importProgress).run();
            return new ImportSummary(
                    steps, rejectFile, Duration.ofNanos(System.nanoTime() - started));
        }
    }

    /** Steps of one import. */
    private final class ImportSteps {

        private final String brandId;
        private final Path folder;
        private final RejectFile rejectFile;
        private final ImportProgress importProgress;
        private final List<ImportSummary.Step> summaries = new ArrayList<>();

        ImportSteps(
                Brand brand, Path folder, RejectFile rejectFile, ImportProgress importProgress) {
            this.brandId = brand.id();
            this.folder = folder;
            this.rejectFile = rejectFile;
            this.importProgress = importProgress;
        }

        List<ImportSummary.Step> run() throws IOException {
            processCsv(
                    "customers",
                    CUSTOMERS,
                    CUSTOMER,
                    (importStep, rows) ->
                            importStep.process(
                                    rows,
                                    RowParser::customer,
                                    commands -> customers.enrolAll(brandId, commands)));
            processCsv(
                    "referrals",
                    CUSTOMERS,
                    CUSTOMER,
                    (importStep, rows) ->
                            importStep.process(
                                    with("referredBy", rows),
                                    Result::success,
                                    referralRows -> referrals.register(brandId, referralRows)));
            processCsv(
                    "contributions",
                    CONTRIBUTIONS,
                    CONTRIBUTION,
                    (importStep, rows) ->
                            importStep.process(
                                    rows,
                                    RowParser::contribution,
                                    commands -> contributions.submitAll(brandId, commands)));
            processCsv(
                    "replies",
                    CONTRIBUTIONS,
                    CONTRIBUTION,
                    (importStep, rows) ->
                            importStep.process(
                                    with("inReplyTo", rows), Result::success, this::reply));
            processActivities();
            return summaries;
        }

        /** Processing of a batch of rows in an import step. */
        private interface CsvBatch {
            void process(ImportStep importStep, List<Row<Map<String, String>>> rows);
        }

        private void processCsv(String name, String file, List<String> columns, CsvBatch batch)
                throws IOException {
            var source = SourceFile.in(folder, file);
            if (source.isPresent()) {
                var importStep = begin(name, source.get());
                source.get().eachCsvBatch(columns, rows -> batch.process(importStep, rows));
                end(importStep);
            }
        }

        private void processActivities() throws IOException {
            var source = SourceFile.in(folder, ACTIVITIES);
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
            return rows.stream()
                    .filter(row -> row.isUtf8() && RowParser.optional(row, field) != null)
                    .toList();
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
