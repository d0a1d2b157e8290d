package dev.grapevine.benchmarks.measurement;

import dev.grapevine.benchmarks.load.Figures;
import dev.grapevine.benchmarks.stage.Recording;
import dev.grapevine.benchmarks.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Round of a measurement: one turn of each contestant, in sequence. */
public final class Round {

    private final int requests;
    private final @Nullable Recording recording;
    private final Map<String, Figures> figures = new LinkedHashMap<>();

    /**
     * @param requests requests of each contestant
     * @param recording recording of Grapevine's turns; null for none
     */
    public Round(int requests, @Nullable Recording recording) {
        this.requests = requests;
        this.recording = recording;
    }

    public int requests() {
        return requests;
    }

    /** Runs Grapevine's turn on a stage, whose process may be recorded. */
    public void ours(String name, Stage stage, Supplier<Figures> turn) {
        figures.put(name, recording == null ? turn.get() : recording.of(name, stage.api(), turn));
    }

    /** Runs a baseline's turn. */
    public void baseline(String name, Supplier<Figures> turn) {
        figures.put(name, turn.get());
    }

    public Map<String, Figures> figures() {
        return figures;
    }
}
