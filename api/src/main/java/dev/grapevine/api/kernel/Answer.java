package dev.grapevine.api.kernel;

import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The outcome of a command as payloads show it.
 *
 * @param value what it produced; null if it was refused
 * @param userErrors why it was refused; empty if it was done
 * @param isReplay whether an earlier call under the same key produced it
 */
public record Answer<T>(@Nullable T value, List<Refusal> userErrors, boolean isReplay) {

    public static <T> Answer<T> to(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value, var isReplay) ->
                    new Answer<>(value, List.of(), isReplay);
            case Outcome.Refused<T>(var refusals, _) -> new Answer<>(null, refusals, false);
        };
    }
}
