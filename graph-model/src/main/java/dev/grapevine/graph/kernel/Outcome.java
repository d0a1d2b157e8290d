package dev.grapevine.graph.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * What became of a command: done, or refused for reasons that its caller can understand. Outages
 * and bugs are exceptions, never outcomes.
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
     * @param isKept whether the refusal is the answer for ever under its idempotency key, even
     *     after the reason has gone
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

    /** A refusal that stays the answer under its idempotency key. */
    static <T> Outcome<T> refusedForEver(Refusal reason) {
        return new Refused<>(List.of(reason), true);
    }

    /**
     * Checks many commands and has the right ones taken; each is answered with its own outcome, in
     * their order.
     *
     * @param take answers one outcome for each command that it gets, in their order
     */
    static <C, T> List<Outcome<T>> checked(
            List<C> commands, Function<C, Inputs> check, Function<List<C>, List<Outcome<T>>> take) {
        var outcomes =
                commands.stream().map(command -> checked(command, check.apply(command))).toList();
        return carryOn(outcomes, take);
    }

    private static <C> Outcome<C> checked(C command, Inputs inputs) {
        return inputs.areRight() ? done(command) : inputs.refused();
    }

    /**
     * Carries on with what was not refused so far; each is answered with its own outcome, in their
     * order.
     *
     * @param take answers one outcome for each value that it gets, in their order
     */
    static <S, T> List<Outcome<T>> carryOn(
            List<Outcome<S>> outcomes, Function<List<S>, List<Outcome<T>>> take) {
        var values = new ArrayList<S>();
        for (var outcome : outcomes) {
            if (outcome instanceof Done<S>(var value, _)) {
                values.add(value);
            }
        }
        var taken =
                values.isEmpty()
                        ? Collections.<Outcome<T>>emptyIterator()
                        : take.apply(values).iterator();
        return outcomes.stream()
                .map(
                        outcome ->
                                switch (outcome) {
                                    case Done<S> _ -> taken.next();
                                    case Refused<S>(var refusals, var isKept) ->
                                            new Refused<T>(refusals, isKept);
                                })
                .toList();
    }

    /** The same outcome with what was produced seen in another way. */
    default <R> Outcome<R> map(Function<T, R> view) {
        return switch (this) {
            case Done<T>(var value, var isReplay) -> new Done<>(view.apply(value), isReplay);
            case Refused<T>(var refusals, var isKept) -> new Refused<>(refusals, isKept);
        };
    }
}
