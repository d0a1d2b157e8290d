package dev.grapevine.api.community;

import dev.grapevine.graph.community.Progress;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

import org.jspecify.annotations.Nullable;

/** A progress bar for each pass of an import. */
final class ProgressBars implements Progress, AutoCloseable {

    private @Nullable ProgressBar bar;

    @Override
    public void begin(String pass, long rows) {
        bar =
                new ProgressBarBuilder()
                        .setTaskName(String.format("%-14s", pass))
                        .setInitialMax(rows)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(200)
                        .showSpeed()
                        .build();
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
            bar.maxHint(bar.getCurrent());
            bar.close();
            bar = null;
        }
    }

    @Override
    public void close() {
        end();
    }
}
