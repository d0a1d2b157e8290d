package dev.grapevine.api.community;

import dev.grapevine.api.command.Bar;
import dev.grapevine.graph.community.Progress;

import org.jspecify.annotations.Nullable;

/** A progress bar for each pass of an import. */
final class ProgressBars implements Progress, AutoCloseable {

    private @Nullable Bar bar;

    @Override
    public void begin(String pass, long rows) {
        bar = Bar.of(pass, rows);
    }

    @Override
    public void advance(long rows) {
        if (bar != null) {
            bar.stepBy(rows);
        }
    }

    @Override
    public void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    @Override
    public void close() {
        end();
    }
}
