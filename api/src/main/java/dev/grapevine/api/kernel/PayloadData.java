package dev.grapevine.api.kernel;

import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The outcome of a command as payloads show it.
 *
 * @param value what it produced; null if it was refused
 * @param userErrors why it was refused; empty if it was done
 * @param isReplay whether an earlier call under the same key produced it
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
