package dev.grapevine.api.kernel;

import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The result of a command in the form of payloads.
 *
 * @param value value of the command; null if rejected
 * @param userErrors reasons for the rejection; empty if the command succeeded
 * @param isReplay true if an earlier call with the same idempotency key produced the value
 */
public record PayloadData<T>(@Nullable T value, List<Rejection> userErrors, boolean isReplay) {

    public static <T> PayloadData<T> to(Result<T> result) {
        return switch (result) {
            case Result.Success<T>(var value, var isReplay) ->
                    new PayloadData<>(value, List.of(), isReplay);
            case Result.Rejected<T>(var rejections, _) ->
                    new PayloadData<>(null, rejections, false);
        };
    }
}
