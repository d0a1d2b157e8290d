package dev.grapevine.graph.kernel.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * Result of a command: success with a value, or rejections that the caller can act on. Outages and
 * bugs are exceptions.
 *
 * @param <T> type of the value
 */
public sealed interface Result<T> {

    /**
     * Result of a command that had its effect.
     *
     * @param value the value
     * @param isReplay true if an earlier call with the same idempotency key had the effect
     */
    record Success<T>(T value, boolean isReplay) implements Result<T> {}

    /**
     * Result of a command that had no effect; the exception is {@code GRAPH_BUSY} of one award of a
     * batch, which may have had its effect.
     *
     * @param rejections at least one reason
     * @param isFinal true if the rejection stays the result under the idempotency key even after
     *     its reason has ceased
     */
    record Rejected<T>(List<Rejection> rejections, boolean isFinal) implements Result<T> {
        public Rejected {
            rejections = List.copyOf(rejections);
            if (rejections.isEmpty()) {
                throw new IllegalArgumentException("rejections is empty; at least one is required");
            }
        }
    }

    static <T> Result<T> success(T value) {
        return new Success<>(value, false);
    }

    static <T> Result<T> rejected(Rejection reason) {
        return new Rejected<>(List.of(reason), false);
    }

    /** Creates a rejection that stays the result under its idempotency key. */
    static <T> Result<T> rejectedFinally(Rejection reason) {
        return new Rejected<>(List.of(reason), true);
    }

    /**
     * Validates commands and executes the valid ones; returns one result for each command, in their
     * order.
     *
     * @param process executes valid commands and returns one result for each, in their order
     */
    static <C, T> List<Result<T>> checked(
            List<C> commands,
            Function<C, Validation> check,
            Function<List<C>, List<Result<T>>> process) {
        var results =
                commands.stream().map(command -> checked(command, check.apply(command))).toList();
        return mapSuccesses(results, process);
    }

    private static <C> Result<C> checked(C command, Validation validation) {
        return validation.isValid() ? success(command) : validation.rejected();
    }

    /**
     * Continues with the values of the successful results; returns one result for each given
     * result, in their order.
     *
     * @param process processes the values and returns one result for each, in their order
     */
    static <S, T> List<Result<T>> mapSuccesses(
            List<Result<S>> results, Function<List<S>, List<Result<T>>> process) {
        var values = new ArrayList<S>();
        for (var result : results) {
            if (result instanceof Success<S>(var value, _)) {
                values.add(value);
            }
        }
        var processed =
                values.isEmpty()
                        ? Collections.<Result<T>>emptyIterator()
                        : process.apply(values).iterator();
        return results.stream()
                .map(
                        result ->
                                switch (result) {
                                    case Success<S> _ -> processed.next();
                                    case Rejected<S>(var rejections, var isFinal) ->
                                            new Rejected<T>(rejections, isFinal);
                                })
                .toList();
    }

    /** Returns the same result with the value mapped. */
    default <R> Result<R> map(Function<T, R> view) {
        return switch (this) {
            case Success<T>(var value, var isReplay) -> new Success<>(view.apply(value), isReplay);
            case Rejected<T>(var rejections, var isFinal) -> new Rejected<>(rejections, isFinal);
        };
    }
}
