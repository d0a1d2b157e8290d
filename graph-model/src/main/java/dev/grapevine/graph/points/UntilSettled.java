package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.GraphBusy;

import java.util.function.Supplier;

/** Tries again what was rolled back because wallets had to be settled first. */
record UntilSettled(LedgerDesk desk, Graph graph) {

    private static final int MOST_TRIES = 5;

    <T> T run(Supplier<T> work) {
        return run(work, work);
    }

    /** Begins with the one, and tries the other again. */
    <T> T run(Supplier<T> first, Supplier<T> again) {
        var work = first;
        for (var tries = 1; ; tries++) {
            try {
                return work.get();
            } catch (Unsettled e) {
                if (tries == MOST_TRIES || graph.isInTransaction()) {
                    throw new GraphBusy(e);
                }
                desk.settle(e.wallets());
                work = again;
            }
        }
    }
}
