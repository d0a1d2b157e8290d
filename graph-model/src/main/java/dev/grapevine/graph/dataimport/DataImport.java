package dev.grapevine.graph.dataimport;

import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.contribution.Contributions;
import dev.grapevine.graph.contribution.LinkReply;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.GraphClient;

import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Import of a folder with {@code customers.csv}, {@code contributions.csv}, {@code votes.csv} and
 * {@code activities.jsonl}, each optional and optionally compressed as {@code .gz}. Encoding UTF-8;
 * format RFC 4180 with a header, or JSON Lines. The order of the rows is irrelevant.
 *
 * <ul>
 *   <li>customers: {@code externalId,joinedAt,displayName,referredBy}
 *   <li>contributions: {@code
 *       externalId,customer,kind,title,submittedAt,inReplyTo,tags(|-separated),views,status}
 *   <li>votes: {@code customer,contribution,direction(UP or DOWN),at}
 *   <li>activities: {@code
 *       {"id","kind","customer","contribution"?,"occurredAt","quantity"?,"value"?}}
 * </ul>
 *
 * A customer with an unknown referrer, or a contribution that replies to an unknown contribution,
 * is imported without the link, and the reject file contains the row. The time of a referral is the
 * referee's joinedAt, or unknown if joinedAt is absent.
 *
 * <p>Six steps, so that each finds the nodes that it refers to: customers, referrals,
 * contributions, replies, votes, activities.
 */
@Component
public class DataImport {

    /** Columns by the fields of commands that are called otherwise, by step. */
    private static final Map<String, Map<String, String>> COLUMNS =
            Map.of(
                    "votes", Map.of("votedAt", "at"),
                    "activities", Map.of("externalId", "id"));

    private final GraphClient graph;
    private final BrandToImport brands;
    private final Customers customers;
    private final ReferralLinker referrals;
    private final Contributions contributions;
    private final VoteRecorder votes;
    private final Activities activities;

    DataImport(
            GraphClient graph,
            BrandToImport brands,
            Customers customers,
            ReferralLinker referrals,
            Contributions contributions,
            VoteRecorder votes,
            Activities activities) {
        this.graph = graph;
        this.brands = brands;
        this.customers = customers;
        this.referrals = referrals;
        this.contributions = contributions;
        this.votes = votes;
        this.activities = activities;
    }

    /**
     * Imports a folder into a brand, which is registered if it does not exist. A dry run does all
     * this in one transaction, which is rolled back; until then it locks the customers of the
     * folder.
     *
     * @throws ImportFailed if the brand cannot be registered, or the folder of the reject file is
     *     missing
     */
    public ImportSummary run(ImportRequest request, ImportProgress importProgress)
            throws IOException {
        if (!request.isDryRun()) {
            return importAll(request, importProgress);
        }
        try {
            return graph.rehearse(
                    () -> {
                        try {
                            return importAll(request, importProgress);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private ImportSummary importAll(ImportRequest request, ImportProgress importProgress)
            throws IOException {
        var started = System.nanoTime();
        try (var rejects = new RejectFile(request.rejectFile())) {
            var brandId = brands.of(request).id();
            var steps = new ImportSteps(brandId, request, rejects, importProgress).run();
            return new ImportSummary(
                    steps, request.rejectFile(), Duration.ofNanos(System.nanoTime() - started));
        }
    }

    /** Steps of one import. */
    private final class ImportSteps {

        private final String brandId;
        private final ImportFolder files;
        private final boolean keepsSecondReferrers;
        private final RejectFile rejectFile;
        private final ImportProgress importProgress;
        private final List<ImportSummary.Step> summaries = new ArrayList<>();

        ImportSteps(
                String brandId,
                ImportRequest request,
                RejectFile rejectFile,
                ImportProgress importProgress) {
            this.brandId = brandId;
            this.files = request.folder();
            this.keepsSecondReferrers = request.keepsSecondReferrers();
            this.rejectFile = rejectFile;
            this.importProgress = importProgress;
        }

        List<ImportSummary.Step> run() throws IOException {
            processCustomers();
            processContributions();
            processActivities();
            return summaries;
        }

        private void processCustomers() throws IOException {
            processCsv(
                    "customers",
                    ImportFolder.CUSTOMERS,
                    (importStep, rows) ->
                            importStep.process(
                                    rows,
                                    RowParser::customer,
                                    commands -> customers.enrolAll(brandId, commands)));
            processCsv(
                    "referrals",
                    ImportFolder.CUSTOMERS,
                    (importStep, rows) ->
                            importStep.process(
                                    with("referredBy", rows),
                                    Result::success,
                                    referralRows ->
                                            referrals.register(
                                                    brandId, referralRows, keepsSecondReferrers)));
        }

        private void processContributions() throws IOException {
            processCsv(
                    "contributions",
                    ImportFolder.CONTRIBUTIONS,
                    (importStep, rows) ->
                            importStep.process(
                                    rows,
                                    RowParser::contribution,
                                    commands -> contributions.submitAll(brandId, commands)));
            processCsv(
                    "replies",
                    ImportFolder.CONTRIBUTIONS,
                    (importStep, rows) ->
                            importStep.process(
                                    with("inReplyTo", rows), Result::success, this::reply));
            processCsv(
                    "votes",
                    ImportFolder.VOTES,
                    (importStep, rows) ->
                            importStep.process(
                                    rows,
                                    RowParser::vote,
                                    imported -> votes.record(brandId, imported)));
        }

        /** Processing of a batch of rows in an import step. */
        private interface CsvBatch {
            void process(ImportStep importStep, List<Row<Map<String, String>>> rows);
        }

        private void processCsv(String name, ImportFolder.CsvFile file, CsvBatch batch)
                throws IOException {
            var source = files.file(file.name());
            if (source.isPresent()) {
                var importStep = begin(name, source.get());
                source.get().eachCsvBatch(file.columns(), rows -> batch.process(importStep, rows));
                end(importStep);
            }
        }

        private void processActivities() throws IOException {
            var source = files.file(ImportFolder.ACTIVITIES);
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
            return new ImportStep(
                    name, COLUMNS.getOrDefault(name, Map.of()), rejectFile, importProgress);
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
