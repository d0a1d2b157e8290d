package dev.grapevine.benchmarks.measurement;

import dev.grapevine.benchmarks.load.Figures;

import org.jspecify.annotations.Nullable;

/** Goal of a measurement. */
public sealed interface Goal {

    /** Throughput of at least a multiple of the baseline's. */
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

    /** Throughput of at least a number of operations per second, independent of the baseline. */
    record PerSecond(double minimum) implements Goal {
        @Override
        public String text() {
            return "≥ %,.0f/s".formatted(minimum);
        }

        @Override
        public boolean isMet(Figures ours, @Nullable Figures baseline) {
            return ours.perSecond() >= minimum;
        }
    }

    /** Latency p95 below a number of milliseconds, independent of the baseline. */
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

    /** Returns the goal as text for the table. */
    String text();

    boolean isMet(Figures ours, @Nullable Figures baseline);
}
