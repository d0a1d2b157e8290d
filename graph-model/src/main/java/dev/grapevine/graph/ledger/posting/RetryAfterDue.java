package dev.grapevine.graph.ledger.posting;

import dev.grapevine.graph.kernel.database.GraphBusy;
import dev.grapevine.graph.kernel.database.GraphClient;

import java.util.function.Supplier;

/** Tries again what was rolled back because wallets had to be settled first. */
public record RetryAfterDue(LedgerExecutor desk, GraphClient graph) {

    private static final int MAX_ATTEMPTS = 5;

    public <T> T run(Supplier<T> work) {
        return run(work, work);
    }

    /** Begins with the one, and tries the other again. */
    public <T> T run(Supplier<T> first, Supplier<T> again) {
        var work = first;
        for (var tries = 1; ; tries++) {
            try {
                return work.get();
            } catch (DueEventsPending e) {
                if (tries == MAX_ATTEMPTS || graph.isInTransaction()) {
                    throw new GraphBusy(e);
                }
                desk.processDueEvents(e.wallets());
                work = again;
            }
        }
    }
}
