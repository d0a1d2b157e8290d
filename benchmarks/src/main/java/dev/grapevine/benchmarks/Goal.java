package dev.grapevine.benchmarks;

import org.jspecify.annotations.Nullable;

/** What a measurement should reach. */
sealed interface Goal {

    /** At least so many times the throughput of the baseline. */
    record AtLeast(double ratio) implements Goal {
        @Override
        public String text() {
            return "≥ %.2f ×".formatted(ratio);
        }

        @Override
        public boolean isMet(Figures ours, @Nullable Figures baseline) {
            return baseline != null && ours.perSecond() >= ratio * baseline.perSecond();
        }
    }

    /** At least so many a second, whatever the baseline does. */
    record PerSecond(double least) implements Goal {
        @Override
        public String text() {
            return "≥ %,.0f/s".formatted(least);
        }

        @Override
        public boolean isMet(Figures ours, @Nullable Figures baseline) {
            return ours.perSecond() >= least;
        }
    }

    /** 95 of 100 calls faster than so many milliseconds, whatever the baseline does. */
    record FasterThan(double millis) implements Goal {
        @Override
        public String text() {
            return "p95 < %.0f ms".formatted(millis);
        }

        @Override
        public boolean isMet(Figures ours, @Nullable Figures baseline) {
            return ours.p95() < millis;
        }
    }

    /** The goal for people to read. */
    String text();

    boolean isMet(Figures ours, @Nullable Figures baseline);
}
