package dev.grapevine.graph.community;

import dev.grapevine.graph.contribution.ContributionRefusal;
import dev.grapevine.graph.customer.AlreadyEnrolled;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;

import java.util.List;
import java.util.function.Function;

/** One walk over a file: has its rows taken and counts what became of them. */
final class Pass {

    private final String name;
    private final Rejects rejects;
    private final Progress progress;
    private long rows;
    private long imported;
    private long known;
    private long rejected;

    Pass(String name, Rejects rejects, Progress progress) {
        this.name = name;
        this.rejects = rejects;
        this.progress = progress;
    }

    /** Takes the rows that can be read, and rejects the others. */
    <F, C, T> void take(
            List<Row<F>> batch,
            Function<Row<F>, Outcome<C>> read,
            Function<List<C>, List<Outcome<T>>> take) {
        var outcomes = Outcome.carryOn(batch.stream().map(read).toList(), take);
        for (var i = 0; i < batch.size(); i++) {
            count(batch.get(i), outcomes.get(i));
        }
        progress.advance(batch.size());
    }

    private void count(Row<?> row, Outcome<?> outcome) {
        rows++;
        switch (outcome) {
            case Outcome.Done<?>(_, var isReplay) when isReplay -> known++;
            case Outcome.Done<?> _ -> imported++;
            case Outcome.Refused<?>(var refusals, _)
                    when refusals.stream().anyMatch(Pass::saysKnown) ->
                    known++;
            case Outcome.Refused<?>(var refusals, _) -> {
                rejected++;
                rejects.add(row, refusals);
            }
        }
    }

    private static boolean saysKnown(Refusal refusal) {
        return refusal instanceof AlreadyEnrolled
                || refusal == ContributionRefusal.ALREADY_SUBMITTED;
    }

    ImportSummary.Pass summary() {
        return new ImportSummary.Pass(name, rows, imported, known, rejected);
    }
}
