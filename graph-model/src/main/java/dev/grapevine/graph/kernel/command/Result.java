package dev.grapevine.graph.kernel.command;

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
public sealed interface Result<T> {

    /**
     * The command had its effect.
     *
     * @param value what it produced
     * @param isReplay whether an earlier call under the same idempotency key produced it
     */
    record Success<T>(T value, boolean isReplay) implements Result<T> {}

    /**
     * The command had no effect.
     *
     * @param rejections at least one reason
     * @param isFinal whether the refusal is the answer for ever under its idempotency key, even
     *     after the reason has gone
     */
    record Rejected<T>(List<Rejection> rejections, boolean isFinal) implements Result<T> {
        public Rejected {
            rejections = List.copyOf(rejections);
            if (rejections.isEmpty()) {
                throw new IllegalArgumentException("A refusal needs a reason");
            }
        }
    }

    static <T> Result<T> success(T value) {
        return new Success<>(value, false);
    }

    static <T> Result<T> rejected(Rejection reason) {
        return new Rejected<>(List.of(reason), false);
    }

    /** A refusal that stays the answer under its idempotency key. */
    static <T> Result<T> rejectedFinally(Rejection reason) {
        return new Rejected<>(List.of(reason), true);
    }

    /**
     * Checks many commands and has the right ones taken; each is answered with its own outcome, in
     * their order.
     *
     * @param take answers one outcome for each command that it gets, in their order
     */
    static <C, T> List<Result<T>> checked(
            List<C> commands,
            Function<C, Validation> check,
            Function<List<C>, List<Result<T>>> take) {
        var results =
                commands.stream().map(command -> checked(command, check.apply(command))).toList();
        return mapSuccesses(results, take);
    }

    private static <C> Result<C> checked(C command, Validation validation) {
        return validation.isValid() ? success(command) : validation.rejected();
    }

    /**
     * Carries on with what was not refused so far; each is answered with its own outcome, in their
     * order.
     *
     * @param take answers one outcome for each value that it gets, in their order
     */
    static <S, T> List<Result<T>> mapSuccesses(
            List<Result<S>> results, Function<List<S>, List<Result<T>>> take) {
        var values = new ArrayList<S>();
        for (var result : results) {
            if (result instanceof Success<S>(var value, _)) {
                values.add(value);
            }
        }
        var taken =
                values.isEmpty()
                        ? Collections.<Result<T>>emptyIterator()
                        : take.apply(values).iterator();
        return results.stream()
                .map(
                        outcome ->
                                switch (outcome) {
                                    case Success<S> _ -> taken.next();
                                    case Rejected<S>(var rejections, var isFinal) ->
                                            new Rejected<T>(rejections, isFinal);
                                })
                .toList();
    }

    /** The same outcome with what was produced seen in another way. */
    default <R> Result<R> map(Function<T, R> view) {
        return switch (this) {
            case Success<T>(var value, var isReplay) -> new Success<>(view.apply(value), isReplay);
            case Rejected<T>(var rejections, var isFinal) -> new Rejected<>(rejections, isFinal);
        };
    }
}
