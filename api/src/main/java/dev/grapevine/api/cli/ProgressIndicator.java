package dev.grapevine.api.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on the terminal; {@code close()} completes the bar at its current step. */
public final class ProgressIndicator implements AutoCloseable {

    private final ProgressBar bar;

    private ProgressIndicator(ProgressBar bar) {
        this.bar = bar;
    }

    /** Starts a bar with a number of steps. */
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

    /** Starts a bar with an unknown number of steps. */
    public static ProgressIndicator ofUnknownLength(String name) {
        return of(name, -1);
    }

    public void stepBy(long steps) {
        bar.stepBy(steps);
    }

    public void stepTo(long step) {
        bar.stepTo(step);
    }

    @Override
    public void close() {
        bar.maxHint(bar.getCurrent());
        bar.close();
    }
}
