package dev.grapevine.api.dataimport;

import dev.grapevine.api.cli.ProgressIndicator;
import dev.grapevine.graph.dataimport.ImportProgress;

import org.jspecify.annotations.Nullable;

/** Shows a progress bar for each import step. */
final class ProgressBars implements ImportProgress, AutoCloseable {

    private @Nullable ProgressIndicator progressIndicator;

    @Override
    public void begin(String step, long rows) {
        progressIndicator = ProgressIndicator.of(step, rows);
    }

    @Override
    public void advance(long rows) {
        if (progressIndicator != null) {
            progressIndicator.stepBy(rows);
        }
    }

    @Override
    public void end() {
        if (progressIndicator != null) {
            progressIndicator.close();
            progressIndicator = null;
        }
    }

    @Override
    public void close() {
        end();
    }
}
