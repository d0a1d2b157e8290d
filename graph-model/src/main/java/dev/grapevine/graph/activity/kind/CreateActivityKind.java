package dev.grapevine.graph.activity.kind;

import dev.grapevine.graph.kernel.command.Command;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Command to create an activity kind.
 *
 * @param name lower-case words joined by {@code . _ -}, at most 64 characters
 * @param title 1 to 100 characters
 * @param channel 1 to 40 characters of {@code a-z 0-9 -}
 * @param fields at most 20 with unique names; a name has 1 to 40 letters and digits, words joined
 *     by {@code . _ -}, beginning with a lower-case letter
 */
public record CreateActivityKind(
        String name,
        String title,
        ActivityDomain domain,
        @Nullable String channel,
        Direction direction,
        PurchaseStage stage,
        boolean isEarningEligible,
        boolean isCampaignOnly,
        List<KindField> fields)
        implements Command {
    @Override
    public String operation() {
        return "createActivityKind";
    }
}
