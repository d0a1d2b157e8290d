package dev.grapevine.graph.ledger.posting;

import dev.grapevine.graph.kernel.database.GraphBusy;
import dev.grapevine.graph.kernel.database.GraphClient;

import java.util.function.Supplier;

/**
 * Retry of work that was rolled back by {@link DueEventsPending}, after the due events were
 * written.
 */
public record RetryAfterDue(LedgerExecutor executor, GraphClient graph) {

    private static final int MAX_ATTEMPTS = 5;

    /**
     * Runs work, at most five times.
     *
     * @throws GraphBusy if the last attempt fails, or inside a transaction of the caller
     */
    public <T> T run(Supplier<T> work) {
        return run(work, work);
    }

    /** Runs the first attempt, and retries with other work. */
    public <T> T run(Supplier<T> first, Supplier<T> retry) {
        var work = first;
        for (var attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (DueEventsPending e) {
                if (attempt == MAX_ATTEMPTS || graph.isInTransaction()) {
                    throw new GraphBusy(e);
                }
                executor.processDueEvents(e.wallets());
                work = retry;
            }
        }
    }
}
