package dev.grapevine.api.dataimport;

import dev.grapevine.api.cli.ProgressIndicator;
import dev.grapevine.graph.dataimport.ImportProgress;

import org.jspecify.annotations.Nullable;

/** A progress bar for each pass of an import. */
final class ProgressBars implements ImportProgress, AutoCloseable {

    private @Nullable ProgressIndicator progressIndicator;

    @Override
    public void begin(String pass, long rows) {
        progressIndicator = ProgressIndicator.of(pass, rows);
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
