package dev.grapevine.graph.kernel;

import java.util.List;
import java.util.function.Function;

/**
 * What became of a command: done, or refused for reasons that its caller can understand. Outages and bugs are
 * exceptions, never outcomes.
 *
 * @param <T> what the command produces
 */
public sealed interface Outcome<T> {

    /**
     * The command had its effect.
     *
     * @param value what it produced
     * @param isReplay whether an earlier call under the same idempotency key produced it
     */
    record Done<T>(T value, boolean isReplay) implements Outcome<T> {}

    /**
     * The command had no effect.
     *
     * @param refusals at least one reason
     * @param isKept whether the refusal is the answer for ever under its idempotency key, even after the reason has gone
     */
    record Refused<T>(List<Refusal> refusals, boolean isKept) implements Outcome<T> {
        public Refused {
            refusals = List.copyOf(refusals);
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("A refusal needs a reason");
            }
        }
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value, false);
    }

    static <T> Outcome<T> refused(Refusal reason) {
        return new Refused<>(List.of(reason), false);
    }

    /** The same outcome with what was produced seen in another way. */
    default <R> Outcome<R> map(Function<T, R> view) {
        return switch (this) {
            case Done<T>(var value, var isReplay) -> new Done<>(view.apply(value), isReplay);
            case Refused<T>(var refusals, var isKept) -> new Refused<>(refusals, isKept);
        };
    }
}
