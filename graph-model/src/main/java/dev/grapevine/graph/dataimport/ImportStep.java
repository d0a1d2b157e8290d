package dev.grapevine.graph.dataimport;

import dev.grapevine.graph.contribution.ContributionRejection;
import dev.grapevine.graph.customer.AlreadyEnrolled;
import dev.grapevine.graph.kernel.command.InvalidInput;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Import step: processes the rows of one file in batches and counts the results. */
final class ImportStep {

    private final String name;
    private final Map<String, String> columns;
    private final RejectFile rejectFile;
    private final ImportProgress importProgress;
    private long rows;
    private long imported;
    private long known;
    private long rejected;

    /**
     * @param columns columns of the file by the fields of the command that are called otherwise
     */
    ImportStep(
            String name,
            Map<String, String> columns,
            RejectFile rejectFile,
            ImportProgress importProgress) {
        this.name = name;
        this.columns = columns;
        this.rejectFile = rejectFile;
        this.importProgress = importProgress;
    }

    /** Processes the readable rows of a batch and rejects the others. */
    <F, C, T> void process(
            List<Row<F>> batch,
            Function<Row<F>, Result<C>> read,
            Function<List<C>, List<Result<T>>> process) {
        var results = Result.mapSuccesses(batch.stream().map(read).toList(), process);
        for (var i = 0; i < batch.size(); i++) {
            count(batch.get(i), results.get(i));
        }
        importProgress.advance(batch.size());
    }

    private void count(Row<?> row, Result<?> result) {
        rows++;
        switch (result) {
            case Result.Success<?>(_, var isReplay) when isReplay -> known++;
            case Result.Success<?> _ -> imported++;
            case Result.Rejected<?>(var rejections, _)
                    when rejections.stream().anyMatch(ImportStep::isKnown) ->
                    known++;
            case Result.Rejected<?>(var rejections, _) -> {
                rejected++;
                rejectFile.add(row, rejections.stream().map(this::inWordsOfTheFile).toList());
            }
        }
    }

    /** Returns the rejection with the name of the file's column in path and message. */
    private Rejection inWordsOfTheFile(Rejection rejection) {
        var field = rejection.path().isEmpty() ? "" : rejection.path().getFirst();
        var column = columns.get(field);
        return column == null
                ? rejection
                : new InvalidInput(
                        List.of(column), rejection.message().replaceFirst("^" + field, column));
    }

    private static boolean isKnown(Rejection rejection) {
        return rejection instanceof AlreadyEnrolled
                || rejection == ContributionRejection.ALREADY_SUBMITTED;
    }

    ImportSummary.Step summary() {
        return new ImportSummary.Step(name, rows, imported, known, rejected);
    }
}
