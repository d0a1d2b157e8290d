package dev.grapevine.benchmarks;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** One round of a measurement, in which all contestants have their turn one after the other. */
final class Round {

    private final int requests;
    private final @Nullable Recording recording;
    private final Map<String, Figures> figures = new LinkedHashMap<>();

    /**
     * @param requests requests of each contestant
     * @param recording records Grapevine's turns; null to record nothing
     */
    Round(int requests, @Nullable Recording recording) {
        this.requests = requests;
        this.recording = recording;
    }

    int requests() {
        return requests;
    }

    /** Gives Grapevine its turn, on a stage whose process may be recorded. */
    void ours(String name, Stage stage, Supplier<Figures> turn) {
        figures.put(name, recording == null ? turn.get() : recording.of(name, stage.api(), turn));
    }

    /** Gives a baseline its turn. */
    void baseline(String name, Supplier<Figures> turn) {
        figures.put(name, turn.get());
    }

    Map<String, Figures> figures() {
        return figures;
    }
}
