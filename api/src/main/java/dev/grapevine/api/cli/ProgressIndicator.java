package dev.grapevine.api.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on the terminal. */
public final class ProgressIndicator implements AutoCloseable {

    private final ProgressBar bar;

    private ProgressIndicator(ProgressBar bar) {
        this.bar = bar;
    }

    /** Begins a bar for that many steps. */
    public static ProgressIndicator of(String name, long steps) {
        return new ProgressIndicator(
                new ProgressBarBuilder()
                        .setTaskName(String.format("%-14s", name))
                        .setInitialMax(steps)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(200)
                        .showSpeed()
                        .build());
    }

    /** Begins a bar for nobody knows how many steps. */
    public static ProgressIndicator withoutEnd(String name) {
        return of(name, -1);
    }

    public void stepBy(long steps) {
        bar.stepBy(steps);
    }

    public void stepTo(long step) {
        bar.stepTo(step);
    }

    /** Ends it where it stands. */
    @Override
    public void close() {
        bar.maxHint(bar.getCurrent());
        bar.close();
    }
}
